import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { pdfBookmarks, pdfPages } from '../shared/formats/testing/pdf-pages.ts';
import { type Desk, expect, test } from './desk.ts';
import type { Program } from './launch.ts';
import { answerSaveDialog } from './native.ts';
import { openSample, press } from './screens.ts';
import { en } from './words.ts';

async function exportSample(
  desk: Desk,
  name: string,
  choose: (program: Program) => Promise<void>,
): Promise<Program> {
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  await answerSaveDialog(app, desk.path(name));
  await window.keyboard.press('Control+e');
  await choose(program);
  const dialog = window.getByRole('dialog', { name: en('export.title') });
  await dialog.getByRole('button', { name: en('export.write') }).click();
  await expect(dialog).toHaveCount(0);
  return program;
}

const chooseFormat = async ({ window }: Program, label: string) =>
  press(window.getByRole('dialog', { name: en('export.title') }), label);

/** Opens a file in a browser window of its own, as its reader would. */
async function openPage({ app }: Program, path: string): Promise<Page> {
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ BrowserWindow }, file) => {
      const window = new BrowserWindow({ width: 900, height: 700 });
      return window.loadFile(file);
    }, path),
  ]);
  return page;
}

test('a page that holds its recording plays from the turn that is clicked', async ({ desk }) => {
  const program = await exportSample(desk, 'session.html', async (at) => {
    await chooseFormat(at, en('format.html'));
    const dialog = at.window.getByRole('dialog', { name: en('export.title') });
    await dialog.getByRole('button', { name: en('export.media.label') }).click();
    await at.window.getByRole('option', { name: en('export.media.embedded') }).click();
  });
  const page = await openPage(program, desk.path('session.html'));
  const media = page.locator('#media');
  await expect(media).toHaveAttribute('src', /^blob:/);
  const turn = page.locator('article').nth(3);
  const startSeconds = Number(await turn.getAttribute('data-start'));
  expect(startSeconds).toBeGreaterThan(0);
  await turn.locator('p').click();
  await expect
    .poll(() => media.evaluate((element: HTMLMediaElement) => element.currentTime))
    .toBeGreaterThan(startSeconds);
  await expect(turn).toHaveAttribute('aria-current', 'true');
  await expect(media).toHaveJSProperty('paused', false);
  await expect(media).toHaveJSProperty('error', null);
});

test('a PDF has the words, bookmarks by speaker, and pages with numbers', async ({ desk }) => {
  await exportSample(desk, 'session.pdf', async (at) => {
    await chooseFormat(at, en('format.pdf'));
    const dialog = at.window.getByRole('dialog', { name: en('export.title') });
    const preview = dialog.getByRole('region', { name: en('export.preview') });
    await expect(preview).toContainText('Құрметті');
  });
  const bytes = await readFile(desk.path('session.pdf'));
  const pages = pdfPages(bytes);
  expect(pages.join(' ')).toContain('Құрметті');
  expect(pages[0]?.replace(/\s/g, '')).toContain(`1/${pages.length}`);
  expect(pdfBookmarks(bytes)).toContain('Айгерім Бейсенова');
});
