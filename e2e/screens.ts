import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../shared/i18n/i18n.ts';
import type { Program } from './launch.ts';
import { answerOpenDialog } from './native.ts';
import { en } from './words.ts';

export const SAMPLE_TITLE = 'Шалқар су форумы. 2-отырыс: Ортақ өзен, ортақ дерек';

/** Opens the sample from the empty library. */
export async function openSample({ window }: Program, t: Translate = en): Promise<void> {
  await window.getByRole('button', { name: t('library.openSample') }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(SAMPLE_TITLE);
  await expect(turns(window)).toHaveCount(12);
}

/** Imports a recording by the dialog from the library screen, and waits until it is open. */
export async function importByDialog({ app, window }: Program, path: string, title: string): Promise<void> {
  await answerOpenDialog(app, [path]);
  await window.keyboard.press('Control+o');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(title);
}

/** Goes back from a recording to the library. */
export async function backToLibrary({ window }: Program, t: Translate = en): Promise<void> {
  await window.getByRole('button', { name: t('command.library') }).click();
  await expect(recordings(window)).not.toHaveCount(0);
}

/** The rows of the library's table. */
export const recordings = (window: Page): Locator =>
  window
    .locator('.recordings-table')
    .getByRole('row')
    .filter({ has: window.getByRole('rowheader') });

/** The row of one recording. */
export const recording = (window: Page, title: string): Locator =>
  recordings(window).filter({ hasText: title });

/** The turns of the open transcript, in order. */
export const turns = (window: Page): Locator => window.getByTestId('turn');

/** Waits until all that was typed is on disk. */
export async function waitUntilSaved(window: Page): Promise<void> {
  await expect(window.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
}

/** The element that plays the recording. */
export const media = (window: Page): Locator => window.locator('video, audio');

/** Returns where the playhead is, in milliseconds. */
export const positionMs = (window: Page): Promise<number> =>
  media(window).evaluate((element: HTMLMediaElement) => Math.round(element.currentTime * 1000));

/** The words of a turn, without its header. */
export const textOf = (turn: Locator): Locator => turn.locator('.turn-text');

/**
 * Puts the caret into the words of a turn with the mouse: at their start, their end, or right after the first
 * place where `where` stands.
 */
export async function placeCaret(
  window: Page,
  turn: Locator,
  where: 'start' | 'end' | { after: string },
): Promise<void> {
  await turn.scrollIntoViewIfNeeded();
  const measure = () =>
    textOf(turn).evaluate((element, place) => {
      const all = document.createRange();
      all.selectNodeContents(element);
      const boxes = [...all.getClientRects()];
      const [first, last] = [boxes[0], boxes.at(-1)];
      if (!first || !last) throw new Error('The turn has no place for a caret');
      if (place === 'start') return { x: first.left + 1, y: first.top + first.height / 2 };
      // Beyond the last letter, since a tag may stand there, which a click on it would select.
      if (place === 'end') return { x: last.right + 2, y: last.top + last.height / 2 };
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf(place.after) ?? -1;
        if (at < 0) continue;
        const end = at + place.after.length;
        all.setStart(walker.currentNode, end - 1);
        all.setEnd(walker.currentNode, end);
        const box = all.getBoundingClientRect();
        return { x: box.right - 1, y: box.top + box.height / 2 };
      }
      throw new Error(`The turn has no «${place.after}»`);
    }, where);
  const id = await turn.getAttribute('data-turn-id');
  // The text may still be scrolling to another turn.
  await expect(async () => {
    const [before, point] = [await measure(), await measure()];
    expect(point).toEqual(before);
    await window.mouse.click(point.x, point.y);
    expect(await turnOfCaret(window)).toBe(id);
  }).toPass();
}

/** The button of a turn that says when it starts, and goes there. */
export const timeOf = (turn: Locator): Locator => turn.locator('.turn-time');

/** The button of a turn that says who speaks. */
export const speakerOf = (turn: Locator): Locator => turn.locator('.turn-speaker');

/** Presses the button of a choice (a radio button, a box to tick) in a dialog, by its label. */
export async function press(dialog: Locator, label: string): Promise<void> {
  await dialog
    .locator('label')
    .filter({ has: dialog.page().getByText(label, { exact: true }) })
    .click();
}

/** Moves the playhead as a person does who types a time, and then goes on with the text. */
export async function goToTime(window: Page, time: string): Promise<void> {
  const focused = window.locator('[data-slate-editor]:focus');
  const wasInText = (await focused.count()) > 0;
  await window.keyboard.press('Control+k');
  await window.getByRole('dialog').getByRole('textbox').fill(time);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  if (wasInText) await expect(focused).toHaveCount(1);
}

/** Drags something sideways by so many CSS pixels. */
export async function dragSideways(window: Page, handle: Locator, byPx: number): Promise<void> {
  const box = await handle.boundingBox();
  if (!box) throw new Error('What is to be dragged is not on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await window.mouse.move(x, y);
  await window.mouse.down();
  await window.mouse.move(x + byPx / 2, y, { steps: 3 });
  await window.mouse.move(x + byPx, y, { steps: 3 });
  await window.mouse.up();
}

/** Types a date, `YYYY-MM-DD`, into the parts of a dialog's date field, whatever their order. */
export async function typeDate(dialog: Locator, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  for (const [part, digits] of [
    ['year', year],
    ['month', month],
    ['day', day],
  ] as const) {
    await dialog.locator(`[data-type="${part}"]`).focus();
    await dialog.page().keyboard.type(digits);
  }
}

/** Returns the id of the turn that has the caret, or null. */
export const turnOfCaret = (window: Page): Promise<string | null> =>
  window.evaluate(() => {
    const node = getSelection()?.anchorNode;
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.closest('.turn')?.getAttribute('data-turn-id') ?? null;
  });
