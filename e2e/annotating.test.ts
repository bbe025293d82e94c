import type { Locator, Page } from '@playwright/test';
import { annotate } from './annotating.ts';
import { expect, test } from './desk.ts';
import { chooseInMenu } from './native.ts';
import { backToLibrary, openSample, placeCaret, textOf, turns, waitUntilSaved } from './screens.ts';
import { en } from './words.ts';

/** The runs of text with annotations. */
const noted = (window: Page): Locator => window.locator('.note');

/** The cards of the panel. */
const cards = (window: Page): Locator => window.locator('.annotation-card');

async function showPanel(window: Page): Promise<void> {
  await window.getByRole('tab', { name: en('app.panel.annotations') }).click();
}

test('annotate, reply, edit through the anchor, resolve, and find it all again', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const turn = turns(window).nth(0);
  await placeCaret(window, turn, { after: 'Құрм' });
  await annotate(window, 'Дәл осылай айтты ма?');
  await expect(noted(window)).toHaveText('Құрметті');

  await showPanel(window);
  await expect(cards(window)).toHaveCount(1);
  const card = cards(window).first();
  await expect(card).toContainText('Дәл осылай айтты ма?');
  await expect(card).toContainText('Әсел Нұрланқызы');
  await card.getByRole('textbox', { name: en('annotations.reply') }).fill('Иә, тыңдап шықтым.');
  await card.getByRole('button', { name: en('annotations.reply'), exact: true }).click();
  await expect(card).toContainText('Иә, тыңдап шықтым.');
  await card.getByRole('textbox', { name: en('annotations.reply') }).fill('Рақмет.');
  await window.keyboard.press('Control+Enter');
  await expect(card).toContainText('Рақмет.');
  await expect(turns(window)).toHaveCount(12);

  // Typing in its midst, then a new word behind it.
  await placeCaret(window, turn, { after: 'Құрм' });
  await window.keyboard.type('xx');
  await expect(noted(window)).toHaveText('Құрмxxетті');
  await placeCaret(window, turn, { after: 'Құрмxxетті' });
  await window.keyboard.type(' so');
  await expect(noted(window)).toHaveText('Құрмxxетті');
  await expect(textOf(turn)).toContainText('Құрмxxетті so');
  await expect(card).toContainText('Құрмxxетті');

  // Enter on the card leads to the text, its key settles it.
  await window.locator('.annotation-row').first().focus();
  await window.keyboard.press('Enter');
  await expect(window.locator('[data-slate-editor]')).toBeFocused();
  await window.keyboard.press('Control+Shift+R');
  await expect(card).toContainText(en('annotations.resolvedBy', { name: 'Әсел Нұрланқызы' }));
  await window.keyboard.press('Control+z');
  await expect(card).not.toContainText(en('annotations.resolvedBy', { name: 'Әсел Нұрланқызы' }));
  await window.keyboard.press('Control+Shift+R');
  await waitUntilSaved(window);

  await backToLibrary(program);
  await window.getByRole('rowheader').first().dblclick();
  await expect(noted(window)).toHaveText('Құрмxxетті');
  await expect(cards(window)).toContainText(en('annotations.resolvedBy', { name: 'Әсел Нұрланқызы' }));
});

test('words that are deleted are remembered, and undo brings the annotation back to them', async ({
  desk,
}) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await placeCaret(window, turns(window).nth(1), 'end');
  await window.keyboard.insertText(' Сынақсөз');
  await annotate(window, 'Керек пе?');
  await expect(noted(window)).toHaveText('Сынақсөз');
  await showPanel(window);
  await placeCaret(window, turns(window).nth(1), 'end');
  for (let press = 0; press < 'Сынақсөз'.length; press++) await window.keyboard.press('Backspace');
  await expect(noted(window)).toHaveCount(0);
  await expect(cards(window)).toContainText('Сынақсөз');
  await expect(cards(window)).toContainText(en('annotations.detached'));
  await window.keyboard.press('Control+z');
  await expect(noted(window)).not.toHaveCount(0);

  await window.keyboard.press('Control+z');
  await expect(noted(window)).toHaveCount(0);
  await expect(cards(window)).toHaveCount(0);
});

test('the panel filters, and the keys go from one annotation to the next', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  await placeCaret(window, turns(window).nth(0), 'start');
  await annotate(window, 'бірінші');
  await placeCaret(window, turns(window).nth(2), 'start');
  await annotate(window, 'екінші', 'Name to check');
  await showPanel(window);
  await expect(cards(window)).toHaveCount(2);
  await chooseInMenu(app, 'previousAnnotation');
  await expect(cards(window).first()).toHaveAttribute('data-active', 'true');
  await chooseInMenu(app, 'nextAnnotation');
  await expect(cards(window).last()).toHaveAttribute('data-active', 'true');

  await window.getByRole('button', { name: en('annotations.filter') }).click();
  await window
    .getByRole('button', { name: new RegExp(`^.*${en('annotations.kind')}`) })
    .first()
    .click();
  await window.getByRole('option', { name: 'Name to check' }).click();
  await expect(cards(window)).toHaveCount(1);
  await expect(cards(window)).toContainText('екінші');
  await window.getByRole('button', { name: en('annotations.showAll') }).click();
  await expect(cards(window)).toHaveCount(2);
});
