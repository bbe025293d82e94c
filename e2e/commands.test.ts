import { expect, test } from './desk.ts';
import { pressCyrillic } from './keyboard.ts';
import { chooseInMenu } from './native.ts';
import { openSample, placeCaret, positionMs, speakerOf, turnOfCaret, turns } from './screens.ts';
import { en } from './words.ts';

test('the palette finds a command by a few letters and runs it', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await expect(window.getByRole('complementary', { name: en('app.sidePanel') })).toBeVisible();
  await pressCyrillic(window, 'Ctrl+Shift+KeyP');
  await window.getByRole('searchbox', { name: en('app.paletteHint') }).fill('side pan');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('complementary', { name: en('app.sidePanel') })).toHaveCount(0);
  await expect(window.getByRole('dialog')).toHaveCount(0);
});

test('a command of the palette acts on the turn that had the caret', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await placeCaret(window, turns(window).nth(2), 'end');
  await pressCyrillic(window, 'Ctrl+Shift+KeyP');
  await window.getByRole('searchbox', { name: en('app.paletteHint') }).fill(en('command.noSpeaker'));
  await window.keyboard.press('Enter');
  await expect(speakerOf(turns(window).nth(2))).toHaveText(en('editor.noSpeaker'));
});

test('the playhead goes to a time that is typed, and a wrong one is refused', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await pressCyrillic(window, 'Ctrl+KeyK');
  const dialog = window.getByRole('dialog', { name: en('app.goToTime') });
  const field = dialog.getByRole('textbox');
  await field.fill('1:99');
  await window.keyboard.press('Enter');
  await expect(dialog.getByText(en('app.goToTimeBad'))).toBeVisible();
  await field.fill('2:15.5');
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => positionMs(window)).toBe(135_500);
});

test('keys can be given to another command, and stay given', async ({ desk }) => {
  const first = await desk.start();
  await openSample(first);
  await chooseInMenu(first.app, 'keys');
  const dialog = first.window.getByRole('dialog', { name: en('settings.keysTitle') });
  await dialog.getByRole('searchbox').fill(en('command.flag'));
  await dialog.getByRole('button', { name: en('settings.addKeys', { command: en('command.flag') }) }).click();
  const press = first.window.getByRole('dialog', {
    name: en('settings.pressTitle', { command: en('command.flag') }),
  });
  await pressCyrillic(first.window, 'Ctrl+KeyB');
  await expect(
    press.getByText(en('settings.pressConflict', { keys: 'Ctrl+B', command: en('command.togglePanel') })),
  ).toBeVisible();
  await press.getByRole('button', { name: en('settings.pressTake') }).click();
  await expect(press).toHaveCount(0);
  await first.window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await first.close();

  const second = await desk.start();
  const { window } = second;
  await window.getByRole('rowheader').dblclick();
  await placeCaret(window, turns(window).nth(1), 'end');
  await pressCyrillic(window, 'Ctrl+KeyB');
  await expect(turns(window).nth(1)).toHaveAttribute('data-status', 'flagged');
  await expect(window.getByRole('complementary', { name: en('app.sidePanel') })).toBeVisible();
});

test('a command of the window’s menu does what its key does', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  await placeCaret(window, turns(window).nth(1), 'end');
  await chooseInMenu(app, 'nextTurn');
  await expect.poll(() => turnOfCaret(window)).toBe(await turns(window).nth(2).getAttribute('data-turn-id'));
  await window.keyboard.insertText('Сонымен. ');
  await expect(turns(window).nth(2)).toContainText('Сонымен. Рақмет, Ерболат мырза.');
  await chooseInMenu(app, 'undo');
  await expect(turns(window).nth(2)).not.toContainText('Сонымен.');
});
