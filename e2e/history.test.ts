import Sqlite from 'better-sqlite3';
import { faultsOf } from './axe.ts';
import { expect, test } from './desk.ts';
import { chooseInMenu } from './native.ts';
import { openSample, placeCaret, SAMPLE_TITLE, textOf, turns, waitUntilSaved } from './screens.ts';
import { readStored } from './stored.ts';
import { en } from './words.ts';

test('a version is named, compared, and brought back whole and turn by turn; each can be undone', async ({
  desk,
}) => {
  const program = await desk.start();
  const { app, window } = program;
  await openSample(program);
  const [first, second, third] = [turns(window).first(), turns(window).nth(1), turns(window).nth(2)];
  const original = await textOf(second).innerText();
  const status = await third.getAttribute('data-status');

  await placeCaret(window, second, 'end');
  await window.keyboard.press('Control+Shift+s');
  await window.getByRole('dialog').getByLabel(en('history.nameLabel')).fill('Before the editor');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.getByRole('button', { name: en('app.dismiss'), exact: true }).click();

  await placeCaret(window, second, { after: 'құрметті төрайым.' });
  await window.keyboard.insertText(' Жаңа сөйлем.');
  await placeCaret(window, third, 'end');
  await window.keyboard.insertText(' Соңы.');
  await window.keyboard.press('Shift+F9');
  await placeCaret(window, first, 'end');
  await window.keyboard.press('Control+2');
  await waitUntilSaved(window);

  await chooseInMenu(app, 'showHistory');
  const panel = window.getByRole('grid', { name: en('history.panel') });
  const row = panel.getByRole('row', { name: 'Before the editor' });
  await expect(row).toBeVisible();
  await expect(panel.getByText(en('history.reason.imported'))).toBeVisible();
  expect(await faultsOf(window, '.history'), 'panel').toEqual([]);
  await row.press('Enter');
  const dialog = window.getByRole('dialog', { name: en('history.compareTitle') });
  await expect(dialog.getByText(en('history.differences', { count: 3, turns: '3' }))).toBeVisible();
  await expect(dialog.locator('ins').filter({ hasText: 'Жаңа сөйлем' })).toBeVisible();
  await expect(dialog.getByText(en('history.fact.speaker'))).toBeVisible();
  await expect(dialog.getByText(en('history.status.flagged'))).toBeVisible();
  expect(await faultsOf(window, '[role="dialog"]'), 'comparison').toEqual([]);

  await dialog
    .getByRole('listitem')
    .filter({ hasText: 'Жаңа сөйлем' })
    .getByRole('button', { name: en('history.restoreTurn') })
    .click();
  await expect(dialog.getByText(en('history.differences', { count: 2, turns: '2' }))).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(textOf(second)).toHaveText(original);
  await expect(textOf(third)).toContainText('Соңы.');

  await chooseInMenu(app, 'undo');
  await expect(textOf(second)).toContainText('Жаңа сөйлем.');
  await chooseInMenu(app, 'redo');
  await expect(textOf(second)).toHaveText(original);

  await row.getByRole('button', { name: en('history.menuOf', { name: 'Before the editor' }) }).click();
  await window.getByRole('menuitem', { name: en('history.restoreAll') }).click();
  await expect(textOf(third)).not.toContainText('Соңы.');
  await expect(third).toHaveAttribute('data-status', String(status));
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[2]?.text).not.toContain('Соңы.');

  await chooseInMenu(app, 'undo');
  await expect(textOf(third)).toContainText('Соңы.');
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[2]?.text).toContain('Соңы.');

  await chooseInMenu(app, 'verifyHistory');
  const verdict = window.getByRole('dialog', { name: en('history.verifyTitle') });
  await expect(verdict.locator('.verdict-finding[data-sound="true"]')).toBeVisible();
  await expect(verdict.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  expect(await faultsOf(window, '[role="dialog"]'), 'verdict').toEqual([]);
});

test('a library changed past the program is told by the check', async ({ desk }) => {
  const first = await desk.start();
  await openSample(first);
  await placeCaret(first.window, turns(first.window).nth(1), 'end');
  await first.window.keyboard.insertText(' Бес пайыз.');
  await waitUntilSaved(first.window);
  await first.close();
  const sqlite = new Sqlite(desk.libraryPath);
  sqlite.exec(`UPDATE edit SET put = replace(put, 'Бес пайыз', 'Он пайыз') WHERE sequence = 2`);
  sqlite.close();

  const { app, window } = await desk.start();
  await window.getByRole('rowheader', { name: SAMPLE_TITLE }).dblclick();
  await chooseInMenu(app, 'verifyHistory');
  const verdict = window.getByRole('dialog', { name: en('history.verifyTitle') });
  await expect(verdict.getByText(en('history.faulty', { sequence: '2', total: '2' }))).toBeVisible();
  await expect(verdict.getByText(en('history.faultyNext'))).toBeVisible();
});
