import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type Desk, expect, test } from './desk.ts';
import { answerSaveDialog, chooseInMenu } from './native.ts';
import {
  openSample,
  placeCaret,
  recording,
  SAMPLE_TITLE,
  turnOfCaret,
  turns,
  waitUntilSaved,
} from './screens.ts';
import { readStored } from './stored.ts';
import { en, kk } from './words.ts';

/** The person at the desk has said their name before. */
function sitDown(desk: Desk, settings: Record<string, unknown>): void {
  mkdirSync(desk.userDataPath, { recursive: true });
  writeFileSync(join(desk.userDataPath, 'settings.json'), JSON.stringify(settings));
}

const checkOf = (turn: Locator) => turn.locator('.turn-check');
const problemsIn = (window: Page) => window.getByRole('contentinfo').locator('.status-problems');

test('a check falls when the turn is changed, says by whom it was, and comes back with undo', async ({
  desk,
}) => {
  sitDown(desk, { authorName: 'Айнұр Сейіт' });
  const program = await desk.start();
  const { window } = program;
  await openSample(program);
  const turn = turns(window).nth(4);
  await placeCaret(window, turn, 'end');
  await window.keyboard.press('F9');
  await expect(turn).toHaveAttribute('data-status', 'checked');
  await expect(checkOf(turn)).toHaveAccessibleName(/Айнұр Сейіт/);

  await placeCaret(window, turn, 'end');
  await window.keyboard.type(' Иә.');
  await expect(turn).toHaveAttribute('data-status', 'draft');
  await expect(turn).toContainText(en('editor.changedSinceCheckBy', { name: 'Айнұр Сейіт' }));
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[4]?.status).toBe('draft');

  await window.keyboard.press('Control+z');
  await expect(turn).toHaveAttribute('data-status', 'checked');
  await expect(turn).not.toContainText('Иә.');
  await window.keyboard.press('Alt+Shift+Period');
  await expect(turn).toHaveAttribute('data-status', 'draft');
  await window.keyboard.press('Control+z');
  await expect(turn).toHaveAttribute('data-status', 'checked');
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[4]?.status).toBe('checked');
});

test('where a second person is asked for, who changed a turn cannot check it, and others can', async ({
  desk,
}) => {
  sitDown(desk, { authorName: 'Айнұр', secondPersonChecks: true });
  const first = await desk.start();
  await openSample(first);
  const turn = turns(first.window).nth(4);
  await placeCaret(first.window, turn, 'end');
  await first.window.keyboard.type(' Иә.');
  await first.window.keyboard.press('F9');
  await expect(first.window.getByText(en('review.refused.own'))).toBeVisible();
  await expect(turn).toHaveAttribute('data-status', 'draft');
  await waitUntilSaved(first.window);
  await first.close();

  sitDown(desk, { authorName: 'Ерлан', secondPersonChecks: true });
  const second = await desk.start();
  await second.window.getByRole('rowheader', { name: SAMPLE_TITLE }).dblclick();
  const same = turns(second.window).nth(4);
  await placeCaret(second.window, same, 'end');
  await second.window.keyboard.press('F9');
  await expect(same).toHaveAttribute('data-status', 'checked');
  await expect(checkOf(same)).toHaveAccessibleName(/Ерлан/);
});

test('a flag takes a note, and shows it', async ({ desk }) => {
  const program = await desk.start();
  const { window } = program;
  await openSample(program);
  const turn = turns(window).nth(5);
  await placeCaret(window, turn, 'end');
  await window.keyboard.press('Shift+F9');
  const note = window.getByRole('dialog', { name: en('editor.flagNote') });
  await note.getByRole('textbox').fill('сан дұрыс па?');
  await window.keyboard.press('Enter');
  await expect(note).toHaveCount(0);
  await expect(turn).toContainText('сан дұрыс па?');
  await turn.locator('.turn-flag').click();
  await expect(note.getByRole('textbox')).toHaveValue('сан дұрыс па?');
  await note.getByRole('button', { name: en('editor.unflag') }).click();
  await expect(turn).toHaveAttribute('data-status', 'draft');
});

test('F8 walks the problems, a fix is undone, and one that is ignored stays so with its reason', async ({
  desk,
}) => {
  const program = await desk.start();
  const { app, window } = program;
  await openSample(program);
  const problems = problemsIn(window);
  await expect(problems).toHaveText(en('app.problems', { count: 0 }));
  await placeCaret(window, turns(window).nth(2), 'start');
  await chooseInMenu(app, 'noSpeaker');
  await placeCaret(window, turns(window).nth(6), 'end');
  await window.keyboard.press('Enter');
  await expect(problems).toHaveText(`${en('app.problems', { count: 2 })} (F8)`);

  await placeCaret(window, turns(window).first(), 'start');
  await window.keyboard.press('F8');
  const panel = window.getByRole('region', { name: en('app.panel.review') });
  await expect(panel).toBeVisible();
  const idOf = (index: number) => turns(window).nth(index).getAttribute('data-turn-id');
  expect(await turnOfCaret(window)).toBe(await idOf(2));
  await window.keyboard.press('F8');
  await expect.poll(() => turnOfCaret(window)).toBe(await idOf(7));
  await window.keyboard.press('F8');
  await expect.poll(() => turnOfCaret(window)).toBe(await idOf(2));
  await window.keyboard.press('Shift+F8');
  await expect.poll(() => turnOfCaret(window)).toBe(await idOf(7));
  await expect(turns(window).nth(2).locator('.turn-finding')).toHaveAccessibleName(
    en('review.check.noSpeaker.title'),
  );

  await panel.getByRole('button', { name: en('review.fix.emptyTurn') }).click();
  await expect(turns(window)).toHaveCount(12);
  await expect(problems).toHaveText(`${en('app.problems', { count: 1 })} (F8)`);
  await chooseInMenu(app, 'undo');
  await expect(turns(window)).toHaveCount(13);
  await chooseInMenu(app, 'redo');
  await expect(turns(window)).toHaveCount(12);

  await panel.getByRole('button', { name: en('review.ignore') }).click();
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: en('review.ignore'), exact: true })).toBeDisabled();
  await dialog.getByRole('textbox').fill('дауысы танылмайды');
  await window.keyboard.press('Enter');
  await expect(problems).toHaveText(en('app.problems', { count: 0 }));
  await waitUntilSaved(window);
  await program.close();

  const again = await desk.start();
  await again.window.getByRole('rowheader', { name: SAMPLE_TITLE }).dblclick();
  await expect(turns(again.window)).toHaveCount(12);
  await expect(problemsIn(again.window)).toHaveText(en('app.problems', { count: 0 }));
  await again.window.getByRole('button', { name: en('review.show') }).click();
  await again.window
    .getByRole('option', { name: en('review.counted', { label: en('review.letBe'), count: '1' }) })
    .click();
  const later = again.window.getByRole('region', { name: en('app.panel.review') });
  await expect(later).toContainText('дауысы танылмайды');
  await later.getByRole('button', { name: en('review.showAgain') }).click();
  await expect(problemsIn(again.window)).toHaveText(`${en('app.problems', { count: 1 })} (F8)`);
});

test('the report is written as a page and as a PDF whose text can be selected', async ({ desk }) => {
  sitDown(desk, { authorName: 'Айнұр Сейіт', language: 'kk' });
  const program = await desk.start();
  const { app, window } = program;
  await openSample(program, kk);
  const turn = turns(window).nth(4);
  await placeCaret(window, turn, 'end');
  await window.keyboard.press('F9');
  await expect(turn).toHaveAttribute('data-status', 'checked');
  for (const [form, button] of [
    ['html', 'review.saveHtml'],
    ['pdf', 'review.savePdf'],
  ] as const) {
    await answerSaveDialog(app, desk.path(`report.${form}`));
    await chooseInMenu(app, 'reviewReport');
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('button', { name: kk(button) }).click();
    await expect(dialog).toHaveCount(0);
    expect(existsSync(desk.path(`report.${form}`))).toBe(true);
  }
  const html = readFileSync(desk.path('report.html'), 'utf8');
  for (const words of ['Шалқар су форумы', 'Айнұр Сейіт', kk('review.reportOf.headHash')])
    expect(html).toContain(words);
  const pdf = readFileSync(desk.path('report.pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // One page.
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const text = textOfPdf(desk.path('report.pdf'));
  if (text !== null)
    for (const words of ['Шалқар су форумы', 'Айнұр Сейіт', 'Тексерілген']) expect(text).toContain(words);
});

/** Returns the text of a PDF as poppler reads it, or null where that is not installed. */
function textOfPdf(path: string): string | null {
  try {
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

test('the library shows how far the review of a recording has come', async ({ desk }) => {
  const program = await desk.start();
  const { app, window } = program;
  await openSample(program);
  await placeCaret(window, turns(window).nth(4), 'end');
  await window.keyboard.press('F9');
  await window.keyboard.press('Shift+F9');
  await expect(window.getByRole('dialog', { name: en('editor.flagNote') })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await waitUntilSaved(window);
  await chooseInMenu(app, 'library');
  const row = recording(window, SAMPLE_TITLE);
  await expect(row).toContainText(en('library.checked', { checked: '5', total: '12' }));
  await expect(row).toContainText(en('library.flagged', { count: 1 }));
});

test('the moment at which the last turn is checked is kept as a version', async ({ desk }) => {
  const program = await desk.start();
  const { app, window } = program;
  await openSample(program);
  await placeCaret(window, turns(window).nth(4), 'end');
  for (let index = 4; index < 12; index++) {
    await window.keyboard.press('F9');
    await expect(turns(window).nth(index)).toHaveAttribute('data-status', 'checked');
  }
  await expect(async () => {
    await chooseInMenu(app, 'showSpeakers');
    await chooseInMenu(app, 'showHistory');
    const history = window.getByRole('complementary');
    await expect(history).toContainText(en('history.reason.reviewed'), { timeout: 1000 });
  }).toPass();
});
