import { readFile } from 'node:fs/promises';
import { annotate } from './annotating.ts';
import { expect, test } from './desk.ts';
import { answerSaveDialog } from './native.ts';
import { openSample, placeCaret, press, textOf, turns } from './screens.ts';
import { en } from './words.ts';

test('words off the record are marked, stay out of an export, and go into it after a second question', async ({
  desk,
}) => {
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  const turn = turns(window).nth(1);
  await placeCaret(window, turn, 'end');
  await window.keyboard.insertText(' Құпиясөз.');
  await placeCaret(window, turn, { after: 'Құпия' });
  await annotate(window, 'Жарияланбасын', 'Off the record');
  await expect(turn.locator('[data-withheld]')).toHaveText('Құпиясөз');
  await expect(turn.locator('.turn-withheld')).toHaveText(en('annotations.withheldBadge'));

  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: en('export.title') });
  await press(dialog, en('format.txt'));
  const preview = dialog.getByRole('region', { name: en('export.preview') }).locator('pre');
  await expect(preview).toContainText('[жазбадан тыс].');
  await expect(preview).not.toContainText('Құпиясөз');
  await expect(dialog).toContainText(en('export.withheld', { count: 1 }));
  await answerSaveDialog(app, desk.path('safe.txt'));
  await dialog.getByRole('button', { name: en('export.write') }).click();
  await expect(dialog).toHaveCount(0);
  expect(await readFile(desk.path('safe.txt'), 'utf8')).not.toContain('Құпиясөз');

  await window.keyboard.press('Control+e');
  await dialog.getByRole('button', { name: en('export.withheldInclude') }).click();
  const question = window.getByRole('dialog', { name: en('export.withheldAsk') });
  await expect(question.getByRole('button', { name: en('app.cancel') })).toBeFocused();
  await question.getByRole('button', { name: en('export.withheldConfirm') }).click();
  await expect(preview).toContainText('Құпиясөз');
  await expect(dialog).toContainText(en('export.withheldIn', { count: 1 }));
  await answerSaveDialog(app, desk.path('all.txt'));
  await dialog.getByRole('button', { name: en('export.write') }).click();
  await expect(dialog).toHaveCount(0);
  expect(await readFile(desk.path('all.txt'), 'utf8')).toContain('Құпиясөз');

  // The answer held for that export alone.
  await window.keyboard.press('Control+e');
  await expect(dialog).toContainText(en('export.withheld', { count: 1 }));
  await expect(preview).not.toContainText('Құпиясөз');
});

test('a span drawn on the waveform withholds the turns that it overlaps', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const wave = window.locator('.waveform');
  const box = await wave.boundingBox();
  if (!box) throw new Error('There is no waveform');
  const y = box.y + box.height / 2;
  await window.keyboard.down('Shift');
  await window.mouse.move(box.x + 200, y);
  await window.mouse.down();
  await window.mouse.move(box.x + 260, y, { steps: 4 });
  await window.mouse.up();
  await window.keyboard.up('Shift');
  await annotate(window, 'Эмбарго', 'Off the record', { isOpen: true });
  await expect(wave.locator('[part="note"]')).toHaveCount(1);

  const first = (await textOf(turns(window).nth(0)).innerText()).slice(0, 12);
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: en('export.title') });
  await press(dialog, en('format.txt'));
  const preview = dialog.getByRole('region', { name: en('export.preview') }).locator('pre');
  await expect(preview).toContainText('[жазбадан тыс]');
  await expect(preview).not.toContainText(first);
});
