import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import type { Program } from './launch.ts';
import { answerOpenDialog, answerSaveDialog } from './native.ts';
import { openSample } from './screens.ts';
import { en } from './words.ts';

const NAME = 'Сайтқа субтитр';

async function openDialog({ window }: Program): Promise<Locator> {
  await window.keyboard.press('Control+e');
  return window.getByRole('dialog', { name: en('export.title') });
}

const profileField = (dialog: Locator) =>
  dialog.getByRole('button', { name: en('export.profile.label') }).first();
const chooseFormat = (dialog: Locator, format: 'vtt' | 'txt' | 'srt') =>
  dialog.locator('label', { hasText: en(`format.${format}`) }).click();

async function inMenu(window: Page, dialog: Locator, label: string): Promise<void> {
  await dialog.getByRole('button', { name: en('export.profile.menu') }).click();
  await window.getByRole('menuitem', { name: label }).click();
}

async function saveAs(window: Page, dialog: Locator, name: string): Promise<void> {
  await inMenu(window, dialog, en('export.profile.saveAs'));
  await dialog.getByRole('textbox', { name: en('export.profile.name') }).fill(name);
  await window.keyboard.press('Enter');
  await expect(profileField(dialog)).toContainText(name);
}

test('a profile is kept, remembered as the last used, changed, renamed and deleted', async ({ desk }) => {
  const first = await desk.start();
  await openSample(first);
  let dialog = await openDialog(first);
  await chooseFormat(dialog, 'srt');
  await dialog.locator('label').getByText(en('export.speakers'), { exact: true }).click();
  await saveAs(first.window, dialog, NAME);
  await answerSaveDialog(first.app, desk.path('a.srt'));
  await dialog.getByRole('button', { name: en('export.write') }).click();
  await expect(dialog).toHaveCount(0);
  await first.close();

  const second = await desk.start();
  const { window } = second;
  await window.getByRole('rowheader').dblclick();
  await expect(window.getByTestId('turn')).toHaveCount(12);
  dialog = await openDialog(second);
  await expect(profileField(dialog)).toContainText(NAME);
  await expect(dialog.getByText(en('export.profile.changed'))).toHaveCount(0);

  await chooseFormat(dialog, 'vtt');
  await expect(dialog.getByText(en('export.profile.changed'))).toBeVisible();
  await inMenu(window, dialog, en('export.profile.reset', { name: NAME }));
  await expect(dialog.getByRole('radio', { name: en('format.srt') })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: en('export.speakers') })).not.toBeChecked();

  await chooseFormat(dialog, 'vtt');
  await inMenu(window, dialog, en('export.profile.save', { name: NAME }));
  await expect(dialog.getByText(en('export.profile.changed'))).toHaveCount(0);

  await inMenu(window, dialog, en('export.profile.rename', { name: NAME }));
  await dialog.getByRole('textbox', { name: en('export.profile.name') }).fill('Web');
  await window.keyboard.press('Enter');
  await expect(profileField(dialog)).toContainText('Web');

  await inMenu(window, dialog, en('export.profile.remove', { name: 'Web' }));
  await expect(profileField(dialog)).toContainText(en('export.profile.none'));
  await window.getByRole('button', { name: en('app.undo') }).click();
  await profileField(dialog).click();
  await window.getByRole('option', { name: 'Web' }).click();
  await expect(profileField(dialog)).toContainText('Web');
});

test('a profile goes to another desk as a file', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  const dialog = await openDialog(program);
  await chooseFormat(dialog, 'txt');
  await saveAs(window, dialog, NAME);
  const path = desk.path('shared.minber-profile.json');
  await answerSaveDialog(app, path);
  await inMenu(window, dialog, en('export.profile.share', { name: NAME }));
  await expect(window.getByText(en('export.profile.shared', { path }))).toBeVisible();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    format: 'minber-profile',
    version: 1,
    name: NAME,
    fileFormat: 'txt',
  });

  await inMenu(window, dialog, en('export.profile.remove', { name: NAME }));
  await answerOpenDialog(app, [path]);
  await inMenu(window, dialog, en('export.profile.add'));
  await expect(profileField(dialog)).toContainText(NAME);
  await expect(dialog.getByRole('radio', { name: en('format.txt') })).toBeChecked();
});
