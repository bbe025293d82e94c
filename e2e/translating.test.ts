import { expect, test } from './desk.ts';
import { openSample, turns } from './screens.ts';
import { en } from './words.ts';

test('a translation is made by keyboard, goes stale when the original changes, and is still there after a restart', async ({
  desk,
}) => {
  const first = await desk.start();
  await openSample(first);
  const { window } = first;
  const beside = window.locator('.turn-beside');

  await test.step('create it, and translate two turns with Enter between', async () => {
    await window.getByRole('button', { name: new RegExp(`^${en('translation.tracks')}:`) }).click();
    await window.getByRole('menuitem', { name: en('command.newTranslation') }).click();
    await window.getByRole('button', { name: en('translation.create') }).click();
    await expect(beside.first()).toBeVisible();
    await turns(window).first().locator('.turn-text').click();
    await window.keyboard.insertText('Первая реплика.');
    await window.keyboard.press('Enter');
    await window.keyboard.insertText('Вторая реплика.');
    await expect(turns(window).nth(0).locator('.turn-state')).toHaveAttribute('data-state', 'done');
    await expect(turns(window).nth(1).locator('.turn-state')).toHaveAttribute('data-state', 'draft');
  });

  await test.step('change the original, and see what changed', async () => {
    await window.keyboard.press('Control+t');
    await expect(beside.first()).toContainText('Первая реплика.');
    await turns(window).first().locator('.turn-text').click();
    await window.keyboard.press('Home');
    await window.keyboard.insertText('Жаңасөз ');
    await window.keyboard.press('Control+t');
    await expect(turns(window).nth(0).locator('.turn-state')).toHaveAttribute('data-state', 'stale');
    await expect(beside.first().locator('ins')).toContainText('Жаңасөз');
    await turns(window)
      .nth(0)
      .getByRole('button', { name: en('translation.stillRight') })
      .click();
    await expect(turns(window).nth(0).locator('.turn-state')).toHaveAttribute('data-state', 'done');
  });

  await test.step('it is in the library after a restart', async () => {
    await first.close();
    const again = await desk.start();
    await expect(again.window.getByText(/1 of \d+ translated/)).toBeVisible();
  });
});
