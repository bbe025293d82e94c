import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { pressCyrillic } from './keyboard.ts';
import { openSample, placeCaret, speakerOf, textOf, turns, waitUntilSaved } from './screens.ts';
import { readStored } from './stored.ts';
import { en } from './words.ts';

const HOST = 'Aigerim Beisenova';
const HYDROLOGIST = 'Yerbolat Quanyshev';

/** Chooses an action from the menu of a speaker in the panel. */
async function chooseAction(window: Page, name: string, action: string): Promise<void> {
  await window.getByRole('button', { name: en('speakers.menuOf', { name }) }).click();
  await window.getByRole('menuitem', { name: action }).click();
}

test('Ctrl and a digit set the speaker under a Cyrillic layout, and typing goes on', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const first = turns(window).first();
  await expect(speakerOf(first)).toHaveText(HOST);
  await placeCaret(window, first, 'end');
  await pressCyrillic(window, 'Ctrl+Digit2');
  await expect(speakerOf(first)).toHaveText(HYDROLOGIST);
  await window.keyboard.insertText(' Рақмет.');
  await expect(textOf(first)).toContainText('Рақмет.');
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[0]?.speaker).toBe('Ерболат Қуанышев');
  await pressCyrillic(window, 'Ctrl+KeyZ');
  await pressCyrillic(window, 'Ctrl+KeyZ');
  await expect(speakerOf(first)).toHaveText(HOST);
});

test('a new speaker is added by typing a name, and gets the next digit', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const [first, second] = [turns(window).first(), turns(window).nth(1)];
  await placeCaret(window, first, 'end');
  await window.keyboard.press('Control+0');
  await window.getByRole('searchbox', { name: en('editor.speakerHint') }).fill('Гүлнәр Ықсанова');
  await window.keyboard.press('Enter');
  await window.keyboard.insertText(' Жалғасы.');
  await expect(textOf(first)).toContainText('Жалғасы.');
  await expect(speakerOf(first)).toHaveText('Гүлнәр Ықсанова');
  await placeCaret(window, second, 'end');
  await window.keyboard.press('Control+6');
  await expect(speakerOf(second)).toHaveText('Гүлнәр Ықсанова');
});

test('the speaker field finds a known speaker by a few letters, and Escape leaves the turn as it was', async ({
  desk,
}) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const first = turns(window).first();
  await speakerOf(first).click();
  const field = window.getByRole('searchbox', { name: en('editor.speakerHint') });
  await field.fill('қуан');
  await expect(window.getByRole('menuitem', { name: HYDROLOGIST })).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(speakerOf(first)).toHaveText(HOST);
  await speakerOf(first).click();
  await field.fill('yerb');
  await window.keyboard.press('Enter');
  await expect(speakerOf(first)).toHaveText(HYDROLOGIST);
});

test('a speaker is renamed everywhere, and the change can be undone', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await chooseAction(window, HOST, en('speakers.edit'));
  const dialog = window.getByRole('dialog', { name: en('speakers.editTitle') });
  await dialog
    .getByLabel(en('speakers.inLanguage', { field: en('speakers.name'), language: 'English' }))
    .fill('Aigerim B.');
  await dialog.getByRole('button', { name: en('speakers.save') }).click();
  await expect(speakerOf(turns(window)).filter({ hasText: 'Aigerim B.' })).toHaveCount(6);
  await window.getByRole('button', { name: en('app.undo') }).click();
  await expect(speakerOf(turns(window)).filter({ hasText: HOST })).toHaveCount(6);
});

test('two speakers are merged everywhere, and separated again', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await chooseAction(window, HYDROLOGIST, en('speakers.merge'));
  const dialog = window.getByRole('dialog', { name: en('speakers.mergeTitle', { name: HYDROLOGIST }) });
  await dialog.getByRole('option', { name: HOST }).click();
  await dialog.getByRole('button', { name: en('speakers.mergeNow') }).click();
  await expect(speakerOf(turns(window)).filter({ hasText: HOST })).toHaveCount(7);
  await window.getByRole('button', { name: en('app.undo') }).click();
  await expect(speakerOf(turns(window)).filter({ hasText: HYDROLOGIST })).toHaveCount(1);
  await expect(speakerOf(turns(window)).filter({ hasText: HOST })).toHaveCount(6);
});

test('a speaker belongs to the library, not to one recording', async ({ desk }) => {
  const first = await desk.start();
  await openSample(first);
  await chooseAction(first.window, HOST, en('speakers.edit'));
  const dialog = first.window.getByRole('dialog');
  await dialog
    .getByLabel(en('speakers.inLanguage', { field: en('speakers.title'), language: 'English' }))
    .fill('Moderator');
  await dialog.getByRole('button', { name: en('speakers.save') }).click();
  await first.close();
  const { window } = await desk.start();
  await window.getByRole('rowheader').dblclick();
  await expect(window.getByRole('complementary')).toContainText('Moderator · Shalqar Water Forum');
});
