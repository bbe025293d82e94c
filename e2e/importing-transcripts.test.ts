import { writeFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { type Desk, expect, test } from './desk.ts';
import type { Program } from './launch.ts';
import { answerOpenDialog, chooseInMenu, dropFiles } from './native.ts';
import { openSample, textOf, turns, waitUntilSaved } from './screens.ts';
import { readStored } from './stored.ts';
import { en } from './words.ts';

const SRT = `1
00:00:01,000 --> 00:00:02,000
Айгерім Бейсенова: Бірінші.

2
00:00:05,000 --> 00:00:04,000
Жаңа Адам: Екінші.

3
00:00:06,000 --> 00:00:07,000
Жаңа Адам: Үшінші.
`;

async function fileOf(desk: Desk, name = 'minutes.srt', text = SRT): Promise<string> {
  await writeFile(desk.path(name), text);
  return desk.path(name);
}

const dialogOf = ({ window }: Program, name = 'minutes.srt'): Locator =>
  window.getByRole('dialog', { name: en('importing.title', { name }) });

const newcomer = ({ window }: Program) =>
  window.getByRole('complementary').getByText('Жаңа Адам', { exact: true });

test('a transcript is shown before anything is written, and comes in as one step of undo', async ({
  desk,
}) => {
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  await answerOpenDialog(app, [await fileOf(desk)]);
  await chooseInMenu(app, 'importTranscript');
  const dialog = dialogOf(program);
  await expect(dialog).toContainText(en('format.srt'));
  await expect(dialog).toContainText('UTF-8');
  await expect(dialog).toContainText('00:00:01 – 00:00:07');
  await expect(dialog.getByRole('region', { name: en('importing.preview') })).toContainText('Екінші.');
  await expect(dialog.getByRole('region', { name: en('importing.warnings') })).toContainText(
    en('warning.end-before-start'),
  );
  const people = dialog.getByRole('region', { name: en('importing.speakers') });
  await expect(people.getByRole('button', { name: /Aigerim Beisenova$/ })).toBeVisible();
  await expect(people.getByRole('button', { name: new RegExp(en('importing.newSpeaker')) })).toHaveCount(1);
  await expect(newcomer(program)).toHaveCount(0);
  await expect(turns(window)).toHaveCount(12);

  await dialog.locator('label').getByText(en('importing.place.at-end'), { exact: true }).click();
  await dialog.getByRole('button', { name: en('importing.insert') }).click();
  await expect(dialog).toHaveCount(0);
  await expect(turns(window)).toHaveCount(15);
  await expect(textOf(turns(window).last())).toHaveText('Үшінші.');
  await waitUntilSaved(window);
  expect(
    readStored(desk.libraryPath)
      .turns.slice(-3)
      .map(({ speaker, text }) => [speaker, text]),
  ).toEqual([
    ['Айгерім Бейсенова', 'Бірінші.'],
    ['Жаңа Адам', 'Екінші.'],
    ['Жаңа Адам', 'Үшінші.'],
  ]);
  await window.keyboard.press('Control+z');
  await expect(turns(window)).toHaveCount(12);
});

test('the person says who speaks, and replaces all turns', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await dropFiles(window, [await fileOf(desk)]);
  const dialog = dialogOf(program);
  await dialog.getByRole('button', { name: /Жаңа Адам/ }).click();
  await window
    .getByRole('searchbox', { name: en('speakers.search') })
    .last()
    .fill('Dilshod');
  await window.getByRole('menuitem', { name: /Dilshod/ }).click();
  await dialog.getByRole('button', { name: /Айгерім Бейсенова|Aigerim Beisenova/ }).click();
  await window.getByRole('menuitem', { name: en('importing.nobody') }).click();
  await dialog.locator('label').getByText(en('importing.place.instead'), { exact: true }).click();
  await expect(dialog).toContainText(en('importing.replaced', { count: 12 }));
  await dialog.getByRole('button', { name: en('importing.replace') }).click();
  await expect(turns(window)).toHaveCount(3);
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns.map(({ speaker }) => speaker)).toEqual([
    null,
    'Дилшод Хамраев',
    'Дилшод Хамраев',
  ]);
  await window.keyboard.press('Control+z');
  await expect(turns(window)).toHaveCount(12);
});

test('a cancelled import writes nothing, and the next file comes up', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await dropFiles(window, [await fileOf(desk), await fileOf(desk, 'empty.srt', 'no subtitles at all\n')]);
  await dialogOf(program)
    .getByRole('button', { name: en('app.cancel') })
    .click();
  const second = dialogOf(program, 'empty.srt');
  await expect(second.getByRole('region', { name: en('importing.warnings') })).toContainText(
    en('warning.not-this-format'),
  );
  await expect(second.getByRole('button', { name: en('importing.insert') })).toBeDisabled();
  await window.keyboard.press('Escape');
  await expect(second).toHaveCount(0);
  await expect(turns(window)).toHaveCount(12);
  await expect(newcomer(program)).toHaveCount(0);
});
