import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { formatTime } from '../shared/model/time.ts';
import { type Desk, expect, test } from './desk.ts';
import { type Program, samplePath } from './launch.ts';
import { answerOpenDialog, chooseInMenu } from './native.ts';
import { media, openSample, positionMs, SAMPLE_TITLE, turns, waitUntilSaved } from './screens.ts';
import { readStored } from './stored.ts';
import { en } from './words.ts';

interface SampleTurn {
  readonly startMs: number;
  readonly endMs: number;
}

const sample = JSON.parse(readFileSync(samplePath('forum.json'), 'utf8')) as { turns: SampleTurn[] };

/** By how much the boundaries of the sample are wrong, one after the other, milliseconds. */
const WRONG_BY = [
  120, -250, 0, 90, -40, 300, 10, -10, 0, 200, -110, 60, 0, -330, 20, 0, 150, -70, 0, 0, 40, -200, 0, 30,
];
const rightTimes = sample.turns.flatMap(({ startMs, endMs }) => [startMs, endMs]);

const auditOf = ({ window }: Program) => window.getByRole('dialog', { name: en('review.auditTitle') });
const shownTime = (window: Page) => window.getByTestId('audit-time');
const shownMs = (ms: number) => formatTime(ms, 'h:mm:ss.mmm');

/** Opens the sample with a transcript whose boundaries are wrong by known amounts. */
async function openWrongSample(desk: Desk, program: Program): Promise<void> {
  const { app, window } = program;
  await openSample(program);
  const times = rightTimes.map((ms, index) => ms + (WRONG_BY[index] ?? 0));
  const wrong = sample.turns.map((turn, index) => ({
    ...turn,
    startMs: times[index * 2],
    endMs: times[index * 2 + 1],
  }));
  await writeFile(desk.path('wrong.json'), JSON.stringify({ ...sample, turns: wrong }));
  await answerOpenDialog(app, [desk.path('wrong.json')]);
  await chooseInMenu(app, 'importTranscript');
  const dialog = window.getByRole('dialog');
  await dialog.locator('label').getByText(en('importing.place.instead'), { exact: true }).click();
  await dialog.getByRole('button', { name: en('importing.replace') }).click();
  await expect(dialog).toHaveCount(0);
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[0]?.startMs).toBe(times[0]);
}

/** Moves the boundary that is shown by `byMs`, in steps of 100 and 10 ms. */
async function nudge(window: Page, byMs: number): Promise<void> {
  const key = byMs < 0 ? 'ArrowLeft' : 'ArrowRight';
  for (let left = Math.abs(byMs); left >= 100; left -= 100) await window.keyboard.press(key);
  for (let left = Math.abs(byMs) % 100; left > 0; left -= 10) await window.keyboard.press(`Shift+${key}`);
}

/** Puts boundaries right from one to another, each by its known amount. */
async function hear(window: Page, from: number, to: number): Promise<void> {
  for (let index = from; index < to; index++) {
    const [ms, by] = [rightTimes[index] ?? 0, WRONG_BY[index] ?? 0];
    await expect(shownTime(window)).toHaveText(shownMs(ms + by));
    await nudge(window, -by);
    await expect(shownTime(window)).toHaveText(shownMs(ms));
    await window.keyboard.press('Enter');
  }
}

test('boundaries that are wrong by known amounts are all put right, by keyboard alone', async ({ desk }) => {
  const program = await desk.start();
  const { window } = program;
  await openWrongSample(desk, program);
  await window.keyboard.press('Control+Shift+T');
  await expect(auditOf(program)).toBeVisible();
  await expect(window.getByTestId('audit-left')).toHaveText(en('review.heardOf', { done: 0, total: 24 }));
  await hear(window, 0, 10);
  await expect(window.getByTestId('audit-left')).toContainText(en('review.heardOf', { done: 10, total: 24 }));
  await expect(window.getByTestId('audit-left')).toContainText(/left$/);
  await window.keyboard.press('Escape');
  await expect(auditOf(program)).toHaveCount(0);
  await waitUntilSaved(window);
  await program.close();

  const again = await desk.start();
  await again.window.getByRole('rowheader', { name: SAMPLE_TITLE }).dblclick();
  await expect(turns(again.window)).toHaveCount(12);
  await again.window.keyboard.press('Control+Shift+T');
  await hear(again.window, 10, 24);
  await expect(auditOf(again)).toContainText(en('review.allHeard'));
  await again.window.keyboard.press('Enter');
  await expect(auditOf(again)).toHaveCount(0);
  await waitUntilSaved(again.window);
  const stored = readStored(desk.libraryPath).turns.flatMap(({ startMs, endMs }) => [startMs, endMs]);
  expect(stored).toEqual(rightTimes);
});

test('a boundary is set at the playhead, taken back, flagged with a note, gone back to and passed over', async ({
  desk,
}) => {
  const program = await desk.start();
  const { window } = program;
  await openSample(program);
  await window.keyboard.press('Control+Shift+T');
  const [first = 0, second = 0] = rightTimes;
  await expect(shownTime(window)).toHaveText(shownMs(first));
  await expect(auditOf(program)).toContainText('Құрметті');
  // Played is three quarters of a second before the boundary and as much behind it.
  await expect.poll(() => positionMs(window)).toBe(first + 750);
  await expect(media(window)).toHaveJSProperty('paused', true);
  await window.keyboard.press('s');
  await expect(shownTime(window)).toHaveText(shownMs(first + 750));
  await window.keyboard.press('Control+z');
  await expect(shownTime(window)).toHaveText(shownMs(first));

  await window.keyboard.press('ArrowDown');
  await expect(shownTime(window)).toHaveText(shownMs(second));
  await window.keyboard.press('Backspace');
  await expect(shownTime(window)).toHaveText(shownMs(first));
  await window.keyboard.press('f');
  await window.keyboard.type('kim?');
  await window.keyboard.press('Enter');
  await expect(shownTime(window)).toHaveText(shownMs(second));
  await window.keyboard.press('Escape');
  await expect(auditOf(program)).toHaveCount(0);
  await expect(turns(window).first()).toHaveAttribute('data-status', 'flagged');
  await expect(turns(window).first()).toContainText('kim?');
  await expect(media(window)).toHaveJSProperty('paused', true);
});
