import { expect, test } from './desk.ts';
import { openSample, SAMPLE_TITLE } from './screens.ts';
import { en, kk, ru } from './words.ts';

test('the first start offers to import a recording or to open the sample', async ({ desk }) => {
  const { window } = await desk.start();
  await expect(window.getByRole('heading', { name: en('library.firstTitle') })).toBeVisible();
  await expect(window.getByRole('button', { name: en('library.importFirst') })).toBeFocused();
  await expect(window.getByRole('button', { name: en('library.openSample') })).toBeVisible();
});

test('the sample opens with its turns, speakers and sound', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await expect(window.getByTestId('turn').first()).toContainText('Құрметті әріптестер');
  await expect(window.getByTestId('turn').first()).toContainText('Aigerim Beisenova');
  await expect(window.locator('video')).toHaveJSProperty('error', null);
});

test('the sample is opened anew, not imported twice', async ({ desk }) => {
  const first = await desk.start();
  await openSample(first);
  await first.close();
  const { window } = await desk.start();
  await expect(window.getByRole('rowheader')).toHaveCount(1);
  await expect(window.getByRole('rowheader')).toContainText(SAMPLE_TITLE);
});

for (const [systemLanguage, t] of [
  ['kk', kk],
  ['ru', ru],
  ['de', en],
] as const)
  test(`the first start on a system in ${systemLanguage} speaks the person's language`, async ({ desk }) => {
    const { window } = await desk.start({ systemLanguage });
    await expect(window.getByRole('button', { name: t('library.importFirst') })).toBeVisible();
  });
