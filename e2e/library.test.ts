import { stat } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Desk } from './desk.ts';
import { expect, test } from './desk.ts';
import { fixturePath, type Program } from './launch.ts';
import { chooseInMenu } from './native.ts';
import { backToLibrary, importByDialog, openSample, recording, recordings, SAMPLE_TITLE } from './screens.ts';
import { en } from './words.ts';

/** A library with the sample and a short recording, shown as a list. */
async function startWithTwo(desk: Desk): Promise<Program> {
  const program = await desk.start();
  await openSample(program);
  await backToLibrary(program);
  await importByDialog(program, fixturePath('session.mp3'), 'session');
  await backToLibrary(program);
  await expect(recordings(program.window)).toHaveCount(2);
  return program;
}

async function chooseAction(window: Page, title: string, action: string): Promise<void> {
  await recording(window, title).getByRole('button').click();
  await window.getByRole('menuitem', { name: action }).click();
}

test('a recording is found by its title, its speakers and its words', async ({ desk }) => {
  const { window } = await startWithTwo(desk);
  const search = window.getByRole('searchbox', { name: en('library.search') });
  for (const query of ['шалқар', 'Ерболат', 'журналдарын', 'течению']) {
    await search.fill(query);
    await expect(recordings(window)).toHaveCount(1);
    await expect(recording(window, SAMPLE_TITLE)).toHaveCount(1);
  }
  await search.fill('session');
  await expect(recordings(window)).toHaveCount(1);
  await expect(recording(window, 'session')).toHaveCount(1);
  await search.fill('жоқсөз');
  await expect(window.getByText(en('app.nothingFound'))).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(recordings(window)).toHaveCount(2);
});

test('a recording is renamed, with date, place and languages, for good', async ({ desk }) => {
  const first = await startWithTwo(desk);
  const { window } = first;
  await chooseAction(window, 'session', en('library.rename'));
  const dialog = window.getByRole('dialog', { name: en('library.detailsTitle') });
  await dialog.getByLabel(en('library.columnTitle')).fill('Ашылу салтанаты');
  await dialog
    .getByRole('group', { name: en('library.columnDate') })
    .getByRole('spinbutton')
    .first()
    .click();
  await window.keyboard.type('15102025');
  await dialog.getByLabel(en('library.place')).fill('Астана');
  await dialog.getByLabel(en('library.columnLanguages')).fill('kk, en');
  await dialog.getByRole('button', { name: en('library.saveDetails') }).click();
  const facts = ['Ашылу салтанаты', 'Oct 15, 2025', 'Астана', 'Kazakh, English'];
  for (const fact of facts) await expect(recording(window, 'Ашылу салтанаты')).toContainText(fact);
  await first.close();
  const second = await desk.start();
  for (const fact of facts) await expect(recording(second.window, 'Ашылу салтанаты')).toContainText(fact);
});

test('a right click on a recording offers what can be done with it', async ({ desk }) => {
  const { window } = await startWithTwo(desk);
  await recording(window, 'session').getByRole('rowheader').click({ button: 'right' });
  await window.getByRole('menuitem', { name: en('library.remove') }).click();
  await expect(recordings(window)).toHaveCount(1);
});

test('a recording needs a title', async ({ desk }) => {
  const { window } = await startWithTwo(desk);
  await chooseAction(window, 'session', en('library.rename'));
  const dialog = window.getByRole('dialog', { name: en('library.detailsTitle') });
  await dialog.getByLabel(en('library.columnTitle')).fill('  ');
  await expect(dialog.getByText(en('library.titleWrong'))).toBeVisible();
  await expect(dialog.getByRole('button', { name: en('library.saveDetails') })).toBeDisabled();
});

test('a recording goes to the bin and back, by undo and by hand', async ({ desk }) => {
  const { window } = await startWithTwo(desk);
  await chooseAction(window, 'session', en('library.remove'));
  await expect(recordings(window)).toHaveCount(1);
  await window.getByRole('button', { name: en('app.undo') }).click();
  await expect(recordings(window)).toHaveCount(2);

  await chooseAction(window, 'session', en('library.remove'));
  await window.getByRole('button', { name: en('library.showBin') }).click();
  await expect(recordings(window)).toHaveCount(1);
  await chooseAction(window, 'session', en('library.takeBack'));
  await expect(window.getByText(en('library.binEmpty'))).toBeVisible();
  await window.getByRole('button', { name: en('library.showBin') }).click();
  await expect(recordings(window)).toHaveCount(2);
});

test('what is deleted for good is gone, and its file stays', async ({ desk }) => {
  const { window } = await startWithTwo(desk);
  await chooseAction(window, 'session', en('library.remove'));
  await window.getByRole('button', { name: en('library.showBin') }).click();
  await chooseAction(window, 'session', en('library.destroy'));
  const dialog = window.getByRole('dialog', { name: en('library.destroyTitle', { title: 'session' }) });
  await dialog.getByRole('button', { name: en('app.cancel') }).click();
  await expect(recordings(window)).toHaveCount(1);
  await chooseAction(window, 'session', en('library.destroy'));
  await dialog.getByRole('button', { name: en('library.destroyNow') }).click();
  await expect(window.getByText(en('library.binEmpty'))).toBeVisible();
  expect((await stat(fixturePath('session.mp3'))).size).toBeGreaterThan(0);
});

test('a backup brings the library back to what it was', async ({ desk }) => {
  const { app, window } = await startWithTwo(desk);
  await chooseInMenu(app, 'backups');
  const dialog = window.getByRole('dialog', { name: en('app.backupsTitle') });
  const entries = dialog.getByRole('listitem');
  await dialog.getByRole('button', { name: en('app.backUpNow') }).click();
  await expect(
    entries.filter({ hasText: en('app.backupLine', { count: 2, size: '' }).trim() }),
  ).not.toHaveCount(0);
  await dialog.getByRole('button', { name: en('app.close') }).click();

  await chooseAction(window, SAMPLE_TITLE, en('library.remove'));
  await chooseAction(window, 'session', en('library.remove'));
  await window.getByRole('button', { name: en('library.showBin') }).click();
  await chooseAction(window, 'session', en('library.destroy'));
  await window
    .getByRole('dialog')
    .getByRole('button', { name: en('library.destroyNow') })
    .click();
  await expect(recordings(window)).toHaveCount(1);

  await chooseInMenu(app, 'backups');
  await entries
    .filter({ hasText: /^.*2 recordings/ })
    .first()
    .getByRole('button')
    .click();
  await expect(recordings(window)).toHaveCount(2);
  await recording(window, SAMPLE_TITLE).getByRole('rowheader').dblclick();
  await expect(window.getByTestId('turn')).toHaveCount(12);
});
