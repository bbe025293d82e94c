import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { expect, test } from './desk.ts';
import { pressCyrillic } from './keyboard.ts';
import { chooseInMenu } from './native.ts';
import { openSample, placeCaret, textOf, turnOfCaret, turns, waitUntilSaved } from './screens.ts';
import { readStored } from './stored.ts';
import { en } from './words.ts';

const bar = (window: Page) => window.getByRole('search', { name: en('find.bar') });
const status = (window: Page) => bar(window).getByRole('status');

/** How many places are marked in the text on the screen, the current one apart. */
const marked = (window: Page) =>
  window.evaluate(() => ({
    found: CSS.highlights.get('found')?.size ?? 0,
    current: [...(CSS.highlights.get('found-current') ?? [])].map((range) => String(range)),
  }));

test('what is sought is marked, gone through by the keyboard, and the caret stays where it was found', async ({
  desk,
}) => {
  const program = await desk.start();
  const { window } = program;
  await openSample(program);
  await placeCaret(window, turns(window).first(), 'start');
  await pressCyrillic(window, 'Ctrl+KeyF');
  const field = bar(window).getByRole('textbox', { name: en('find.query') });
  await expect(field).toBeFocused();
  await field.fill('ӨЗЕН');
  await expect(status(window)).toHaveText(/^1 of \d+$/);
  const total = Number((await status(window).innerText()).split(' ').at(-1));
  expect(total).toBeGreaterThan(3);
  await expect.poll(async () => (await marked(window)).current).toEqual([expect.stringMatching(/^өзен$/i)]);
  expect((await marked(window)).found).toBeGreaterThan(0);
  expect(await faultsOf(window, '.find-bar')).toEqual([]);
  await window.keyboard.press('Enter');
  await expect(status(window)).toHaveText(en('find.count', { place: '2', total: String(total) }));
  await window.keyboard.press('Shift+Enter');
  await window.keyboard.press('Shift+Enter');
  await expect(status(window)).toHaveText(en('find.count', { place: String(total), total: String(total) }));
  const media = window.locator('video, audio');
  await window.keyboard.press('Escape');
  await expect(bar(window)).toHaveCount(0);
  await expect.poll(() => media.evaluate((element: HTMLMediaElement) => element.paused)).toBe(true);
  await expect(window.locator('[data-slate-editor]:focus')).toHaveCount(1);
  expect(await turnOfCaret(window)).not.toBe(await turns(window).first().getAttribute('data-turn-id'));
  await expect.poll(() => marked(window)).toEqual({ found: 0, current: [] });
  await window.keyboard.insertText('САЙ');
  await waitUntilSaved(window);
  const texts = readStored(desk.libraryPath).turns.map(({ text }) => text);
  expect(texts.filter((text) => text.includes('САЙ'))).toHaveLength(1);
});

test('case, whole words, expressions and one speaker narrow the search; a bad one is told', async ({
  desk,
}) => {
  const program = await desk.start();
  const { window } = program;
  await openSample(program);
  await placeCaret(window, turns(window).first(), 'start');
  await chooseInMenu(program.app, 'find');
  const field = bar(window).getByRole('textbox', { name: en('find.query') });
  const count = async () => {
    await expect(status(window)).toHaveText(/^\d+ of \d+$/);
    return Number((await status(window).innerText()).split(' ').at(-1));
  };
  const toggle = (label: string) => bar(window).getByRole('button', { name: label }).click();
  await field.fill('су');
  const all = await count();
  await toggle(en('find.wholeWord'));
  await expect.poll(count).toBeLessThan(all);
  await toggle(en('find.wholeWord'));
  await expect.poll(count).toBe(all);
  await bar(window)
    .getByRole('button', { name: /^Only this speaker/ })
    .click();
  await expect.poll(count).toBeLessThan(all);
  await bar(window)
    .getByRole('button', { name: /^Only this speaker/ })
    .click();
  await toggle(en('find.regex'));
  await field.fill('су|өзен');
  await expect.poll(count).toBeGreaterThan(all);
  await field.fill('(');
  await expect(status(window)).toHaveText(en('find.badPattern'));
  await field.fill('(\\p{L}+\\s?)+#');
  await expect(status(window)).toHaveText(en('find.tooSlow'), { timeout: 15_000 });
  await field.fill('су');
  await expect.poll(count).toBe(all);
});

test('all are replaced but those whose tick was taken away, and one undo brings all back', async ({
  desk,
}) => {
  const program = await desk.start();
  const { app, window } = program;
  await openSample(program);
  await placeCaret(window, turns(window).first(), 'start');
  await pressCyrillic(window, 'Ctrl+KeyH');
  await bar(window)
    .getByRole('textbox', { name: en('find.query') })
    .fill('өзен');
  await expect(status(window)).toHaveText(/^1 of \d+$/);
  const total = Number((await status(window).innerText()).split(' ').at(-1));
  await bar(window)
    .getByRole('textbox', { name: en('find.replacement') })
    .fill('ДАРИЯ');
  const before = readStored(desk.libraryPath).turns.map(({ text }) => text);
  const hits = (texts: readonly string[], word: RegExp) => texts.join('\n').match(word)?.length ?? 0;

  await bar(window)
    .getByRole('button', { name: en('find.replace'), exact: true })
    .click();
  await expect(status(window)).toHaveText(`1 of ${total - 1}`);
  await bar(window)
    .getByRole('button', { name: en('find.replaceAll') })
    .click();
  const dialog = window.getByRole('dialog', { name: en('find.previewTitle') });
  await expect(dialog.getByRole('checkbox')).toHaveCount(total - 1);
  expect(await faultsOf(window, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('listitem').first().locator('label').click();
  await dialog.getByRole('button', { name: en('find.replaceChosen', { count: total - 2 }) }).click();
  await expect(status(window)).toHaveText('1 of 1');
  await waitUntilSaved(window);
  const after = readStored(desk.libraryPath).turns.map(({ text }) => text);
  expect(hits(after, /ДАРИЯ/g)).toBe(total - 1);

  await chooseInMenu(app, 'undo');
  await expect(status(window)).toHaveText(new RegExp(` of ${total - 1}$`));
  await chooseInMenu(app, 'undo');
  await expect(status(window)).toHaveText(new RegExp(` of ${total}$`));
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns.map(({ text }) => text)).toEqual(before);
  await expect(textOf(turns(window).first())).not.toContainText('ДАРИЯ');
});
