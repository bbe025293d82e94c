import { mkdir, readdir } from 'node:fs/promises';
import { expect, test } from './desk.ts';
import { fixturePath } from './launch.ts';
import { answerOpenDialog, dropFiles } from './native.ts';
import { recordings } from './screens.ts';
import { en } from './words.ts';

test('several recordings go into one folder, with a report', async ({ desk }) => {
  const { app, window } = await desk.start();
  await dropFiles(window, [
    fixturePath('session.wav'),
    fixturePath('session.ogg'),
    fixturePath('session.flac'),
  ]);
  await expect(recordings(window)).toHaveCount(3);

  await recordings(window).nth(0).getByRole('rowheader').click();
  await expect(window.getByText(en('library.selected', { count: 1 }))).toBeVisible();
  await recordings(window)
    .nth(2)
    .getByRole('rowheader')
    .click({ modifiers: ['Shift'] });
  await expect(window.getByText(en('library.selected', { count: 3 }))).toBeVisible();
  await recordings(window)
    .nth(1)
    .getByRole('rowheader')
    .click({ modifiers: ['Control'] });
  await expect(window.getByText(en('library.selected', { count: 2 }))).toBeVisible();

  await window.getByRole('button', { name: en('library.exportSelected') }).click();
  const dialog = window.getByRole('dialog', { name: en('export.batch.title', { count: 2 }) });
  await dialog.locator('label', { hasText: en('format.txt') }).click();
  await mkdir(desk.path('out'));
  await answerOpenDialog(app, [desk.path('out')]);
  await dialog.getByRole('button', { name: en('export.batch.toFolder') }).click();
  await expect(dialog).toContainText(en('export.batch.written', { count: 2 }));
  expect((await readdir(desk.path('out'))).sort()).toEqual(['session (2).txt', 'session.txt']);
  await dialog
    .getByRole('button', { name: en('app.close') })
    .last()
    .click();
  await expect(dialog).toHaveCount(0);
});

test('what cannot be written is named with its reason, and a cancelled choice writes nothing', async ({
  desk,
}) => {
  desk.expectFault(/export\.toFolder/);
  const { app, window } = await desk.start();
  await dropFiles(window, [fixturePath('session.wav'), fixturePath('session.ogg')]);
  await expect(recordings(window)).toHaveCount(2);
  await recordings(window).first().getByRole('rowheader').click();
  await window.keyboard.press('Control+a');
  await window.getByRole('button', { name: en('library.exportSelected') }).click();
  const dialog = window.getByRole('dialog', { name: en('export.batch.title', { count: 2 }) });
  await answerOpenDialog(app, []);
  await dialog.getByRole('button', { name: en('export.batch.toFolder') }).click();
  await expect(dialog.getByRole('button', { name: en('export.batch.toFolder') })).toBeVisible();
  await answerOpenDialog(app, [desk.path('no-such-folder')]);
  await dialog.getByRole('button', { name: en('export.batch.toFolder') }).click();
  await expect(dialog).toContainText(en('export.batch.failed', { count: 2 }));
});
