import { copyFile, writeFile } from 'node:fs/promises';
import { projectPath } from '../scripts/setup/places.mjs';
import { DEFAULT_EXPORT_OPTIONS, type FormatId } from '../shared/formats/format.ts';
import { SESSION } from '../shared/formats/testing/session.ts';
import { writeDocx } from '../shared/formats/write-docx.ts';
import { type Desk, expect, test } from './desk.ts';
import { dropFiles } from './native.ts';
import { openSample, turns } from './screens.ts';
import { en } from './words.ts';

const fixture = async (desk: Desk, name: string): Promise<string> => {
  await copyFile(projectPath('shared', 'formats', 'fixtures', name), desk.path(name));
  return desk.path(name);
};

/** One file of each family: subtitles, linguists' tools, documents, tables, captions of machines. */
const FAMILIES: readonly (readonly [string, FormatId])[] = [
  ['web-captions.vtt', 'vtt'],
  ['aegisub.ass', 'ass'],
  ['elan-6.eaf', 'eaf'],
  ['praat-long-utf16.TextGrid', 'textgrid'],
  ['transcriber-latin1.trs', 'trs'],
  ['exmaralda.exb', 'exb'],
  ['speech.tei', 'tei'],
  ['interview.otr', 'otr'],
  ['excel-ru.csv', 'csv'],
  ['whisper.tsv', 'tsv'],
  ['stenogram.txt', 'txt'],
  ['youtube-recogniser.json3', 'json3'],
  ['whisper-speakers.json', 'whisper'],
  ['session.docx', 'docx'],
];

test('a file of each family is dropped, shown for what it is, and comes in', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const docx = await writeDocx(SESSION, { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' });
  await writeFile(desk.path('session.docx'), docx);
  for (const [name, format] of FAMILIES) {
    await dropFiles(window, [format === 'docx' ? desk.path(name) : await fixture(desk, name)]);
    const dialog = window.getByRole('dialog', { name: en('importing.title', { name }) });
    await expect(dialog).toContainText(en(`format.${format}`));
    const before = await turns(window).count();
    await expect(
      dialog.getByRole('region', { name: en('importing.preview') }).getByRole('listitem'),
    ).not.toHaveCount(0);
    await dialog.locator('label').getByText(en('importing.place.at-end'), { exact: true }).click();
    await dialog.getByRole('button', { name: en('importing.insert') }).click();
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => turns(window).count()).toBeGreaterThan(before);
  }
});

test('columns are named by hand, and the preview follows', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await writeFile(
    desk.path('plan.csv'),
    '0:10;кіріспе;Дана;Бірінші сөз осы жерде\n0:20;негізгі;Ерлан;Екінші сөз осы жерде\n',
  );
  await dropFiles(window, [desk.path('plan.csv')]);
  const dialog = window.getByRole('dialog', { name: en('importing.title', { name: 'plan.csv' }) });
  const preview = dialog.getByRole('region', { name: en('importing.preview') });
  await expect(preview).toContainText('Бірінші сөз осы жерде');
  const pick = async (column: string, choice: string) => {
    await dialog.getByRole('button', { name: en('importing.columnIs', { name: column }) }).click();
    await window.getByRole('option', { name: choice, exact: true }).click();
  };
  await pick('кіріспе', en('format.column.text'));
  await expect(preview).toContainText('негізгі');
  await expect(preview).not.toContainText('Екінші сөз');
  await pick('Дана', en('format.column.speaker'));
  await expect(dialog.getByRole('region', { name: en('importing.speakers') })).toContainText('Ерлан');
});

test('a translation that hangs on a tier is taken in place of the speech', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await dropFiles(window, [await fixture(desk, 'elan-6.eaf')]);
  const dialog = window.getByRole('dialog', { name: en('importing.title', { name: 'elan-6.eaf' }) });
  const tiers = dialog.getByRole('group', { name: en('importing.tiers') });
  await expect(tiers.getByRole('checkbox', { checked: true })).toHaveCount(2);
  const preview = dialog.getByRole('region', { name: en('importing.preview') });
  const speech = await preview.innerText();
  await tiers.getByText(/SN@eng/).click();
  await tiers.getByText(/^SN@utt/).click();
  await tiers.getByText(/^Олжас/).click();
  await expect(tiers.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(preview).not.toHaveText(speech);
  await expect(preview.getByRole('listitem')).toHaveCount(1);
});

test('an encoding is named by hand where the program was wrong', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  await writeFile(desk.path('old.txt'), Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xbc]));
  await dropFiles(window, [desk.path('old.txt')]);
  const dialog = window.getByRole('dialog', { name: en('importing.title', { name: 'old.txt' }) });
  const preview = dialog.getByRole('region', { name: en('importing.preview') });
  await expect(preview).toContainText('Привет ә');
  await dialog.getByRole('button', { name: en('importing.encoding') }).click();
  await window.getByRole('option', { name: 'Windows-1251' }).click();
  await expect(preview).toContainText('Привет ј');
});
