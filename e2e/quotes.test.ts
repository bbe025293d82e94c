import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import mammoth from 'mammoth';
import { faultsOf } from './axe.ts';
import { expect, test } from './desk.ts';
import { answerOpenDialog, answerSaveDialog, chooseInMenu } from './native.ts';
import { openSample, placeCaret, SAMPLE_TITLE, turns } from './screens.ts';
import { en } from './words.ts';

const cards = (window: Page): Locator => window.locator('.quote-card');

test('two quotes become an article and a clip, and tell when their text changes', async ({ desk }) => {
  test.setTimeout(120_000);
  mkdirSync(desk.userDataPath, { recursive: true });
  writeFileSync(join(desk.userDataPath, 'settings.json'), JSON.stringify({ authorName: 'Айнұр Сейіт' }));
  const program = await desk.start();
  const { app, window } = program;
  await openSample(program);

  await test.step('sentences are marked by key, and one of them taken back and done again', async () => {
    await chooseInMenu(app, 'showQuotes');
    await expect(window.getByRole('button', { name: en('quotes.markFirst') })).toBeVisible();
    for (const index of [1, 3]) {
      await placeCaret(window, turns(window).nth(index), 'start');
      await window.keyboard.press('Control+Shift+q');
      await expect(cards(window)).toHaveCount(index === 1 ? 1 : 2);
    }
    await window.keyboard.press('Control+z');
    await expect(cards(window)).toHaveCount(1);
    await window.keyboard.press('Control+Shift+z');
    await expect(cards(window)).toHaveCount(2);
    expect(await faultsOf(window), 'quotes').toEqual([]);
  });

  await test.step('a word typed into the first is flagged, and the new words are taken', async () => {
    const first = cards(window).first();
    const before = await first.locator('.quote-words').innerText();
    const [word = ''] = before.split(' ');
    await placeCaret(window, turns(window).nth(1), { after: word });
    await window.keyboard.type('лар');
    await expect(first).toContainText(en('quotes.changed'));
    await expect(first.locator('ins')).not.toHaveCount(0);
    await first.getByRole('button', { name: en('quotes.takeAnew') }).click();
    await expect(first).not.toContainText(en('quotes.changed'));
    await expect(first.locator('.quote-words')).toHaveText(before.replace(word, `${word}лар`));
    await window.keyboard.press('Control+z');
    await expect(first).toContainText(en('quotes.changed'));
    await first.getByRole('button', { name: en('quotes.keep') }).click();
    await expect(first).not.toContainText(en('quotes.changed'));
  });

  await test.step('its times are set by hand, with a note', async () => {
    await cards(window)
      .first()
      .getByRole('button', { name: en('quotes.menuOf') })
      .click();
    await window.getByRole('menuitem', { name: en('quotes.edit') }).click();
    const dialog = window.getByRole('dialog');
    expect(await faultsOf(window, '[role="dialog"]'), 'times').toEqual([]);
    const field = dialog.getByRole('textbox', { name: en('quotes.to'), exact: true });
    const before = await field.inputValue();
    await dialog.getByRole('slider').last().press('ArrowRight');
    await expect(field).not.toHaveValue(before);
    await dialog.getByLabel(en('quotes.note')).fill('Тақырыпқа');
    await dialog.getByRole('button', { name: en('quotes.save') }).click();
    await expect(cards(window).first()).toContainText(en('quotes.byHand'));
    await expect(cards(window).first()).toContainText('Тақырыпқа');
  });

  await test.step('a clip is cut, and is as long as the quote with its padding', async () => {
    await cards(window)
      .first()
      .getByRole('button', { name: en('quotes.menuOf') })
      .click();
    await window.getByRole('menuitem', { name: en('quotes.cutClip') }).click();
    const dialog = window.getByRole('dialog');
    const folder = join(desk.userDataPath, 'clips');
    mkdirSync(folder);
    await answerOpenDialog(app, [folder]);
    await expect(dialog.getByRole('listitem')).toHaveCount(1);
    expect(await faultsOf(window, '[role="dialog"]'), 'clips').toEqual([]);
    await dialog.getByRole('button', { name: en('quotes.clips.cut') }).click();
    await expect(dialog.locator('.clips-done')).toHaveText(/\.m4a$/);
    const names = readdirSync(folder);
    const [clip = ''] = names.filter((name) => name.endsWith('.m4a'));
    expect(names.map((name) => name.split('.').at(-1)).sort()).toEqual(['json', 'm4a', 'vtt']);
    const evidence = JSON.parse(readFileSync(join(folder, clip.replace(/m4a$/, 'json')), 'utf8'));
    const probe = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', join(folder, clip)];
    const seconds = Number(execFileSync('ffprobe', probe, { encoding: 'utf8' }));
    expect(Math.abs(seconds * 1000 - (evidence.endMs - evidence.startMs + 1000))).toBeLessThan(80);
    await dialog
      .getByRole('button', { name: en('app.close'), exact: true })
      .last()
      .click();
  });

  await test.step('an article is composed, and is there with its quotations linked', async () => {
    await chooseInMenu(app, 'composeArticle');
    const dialog = window.getByRole('dialog');
    const offered = dialog.getByRole('grid', { name: en('quotes.compose.offered') });
    await expect(offered.getByRole('row')).toHaveCount(2);
    for (const _ of [1, 2])
      await offered
        .getByRole('button', { name: en('quotes.compose.add') })
        .first()
        .click();
    const chosen = dialog.getByRole('grid', { name: en('quotes.compose.chosen') });
    const [one, two] = await chosen.locator('.compose-words').allInnerTexts();
    await chosen.getByRole('row').first().focus();
    await window.keyboard.press('Alt+ArrowDown');
    await expect(chosen.locator('.compose-words')).toHaveText([two ?? '', one ?? '']);
    expect(await faultsOf(window, '[role="dialog"]'), 'composing').toEqual([]);
    await dialog.getByRole('button', { name: en('quotes.compose.create') }).click();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(SAMPLE_TITLE);
    await expect(window.locator('.quotation')).toHaveCount(2);
  });

  await test.step('it is exported as Word, and read back with its notes', async () => {
    await window.getByRole('button', { name: en('command.exportArticle') }).click();
    const path = join(desk.userDataPath, 'article.docx');
    await answerSaveDialog(app, path);
    const dialog = window.getByRole('dialog');
    expect(await faultsOf(window, '[role="dialog"]'), 'exporting').toEqual([]);
    await dialog.getByText(en('quotes.articleFile.evidence')).click();
    await dialog.getByRole('button', { name: en('quotes.articleFile.export') }).click();
    await expect(dialog).toHaveCount(0);
    const { value } = await mammoth.convertToHtml({ path });
    expect(value.match(/href="#footnote-\d+"/g)).toHaveLength(2);
    expect(value).toContain('SHA-256');
  });
});
