import { expect, test } from './desk.ts';
import { menuLabels } from './native.ts';
import { openSample } from './screens.ts';
import { en, kk, ru } from './words.ts';

const languages = [
  ['Қазақша', 'kk', kk],
  ['Русский', 'ru', ru],
  ['English', 'en', en],
] as const;

test('the language changes while the program runs, menus included, and is remembered', async ({ desk }) => {
  const first = await desk.start();
  await openSample(first);
  const { app, window } = first;
  for (const [name, tag, t] of languages) {
    await window.getByRole('button', { name: /: (English|Қазақша|Русский), / }).click();
    await window.getByRole('menuitem', { name }).click();
    await expect(window.locator('html')).toHaveAttribute('lang', tag);
    await expect(window.getByRole('button', { name: t('app.search') })).toBeVisible();
    await expect
      .poll(async () => (await menuLabels(app)).menus)
      .toEqual(
        (['File', 'Edit', 'Play', 'Turn', 'Translation', 'Article', 'View', 'Help'] as const).map((menu) =>
          t(`app.menu${menu}`),
        ),
      );
    expect((await menuLabels(app)).entries).toEqual(
      expect.arrayContaining([t('command.import'), t('command.export'), t('command.undo'), t('command.cut')]),
    );
  }
  await window.getByRole('button', { name: /: English, / }).click();
  await window.getByRole('menuitem', { name: 'Қазақша' }).click();
  await first.close();
  const second = await desk.start();
  await expect(second.window.getByRole('heading', { name: kk('library.title') })).toBeVisible();
});

test('light and dark are chosen by hand and remembered, or follow the system', async ({ desk }) => {
  const first = await desk.start();
  const { window } = first;
  const background = () => window.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await window.emulateMedia({ colorScheme: 'dark' });
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = await background();
  await window.emulateMedia({ colorScheme: 'light' });
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await background()).not.toBe(dark);

  await window.getByRole('button', { name: en('command.themeDark') }).click();
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await background()).toBe(dark);
  await first.close();
  const second = await desk.start();
  await expect(second.window.locator('html')).toHaveAttribute('data-theme', 'dark');
});
