import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { FORMATS } from '../../shared/formats/registry.ts';
import { newId, type SpeakerId } from '../../shared/model/ids.ts';
import { turnText } from '../../shared/model/turn.ts';
import type { App } from './app.ts';
import { listSpeakers, mergeSpeaker, putSpeakers } from './change-speakers.ts';
import { exportTranscript } from './export-transcript.ts';
import { importTranscriptFile } from './import-file.ts';
import { importSample } from './import-sample.ts';
import { openRecording } from './open-recording.ts';
import { proposeImport } from './propose-import.ts';
import { readTranscriptFile } from './read-transcript-file.ts';
import { addTestRecording, openTestApp, temporaryFolder } from './testing/open-test-app.ts';

function appWithFile(name: string, text: string) {
  const folder = temporaryFolder();
  const path = join(folder, name);
  writeFileSync(path, text);
  return { app: openTestApp(folder), path, folder };
}

const VTT = `WEBVTT

00:00.000 --> 00:02.000
<v Болат Сейітов>Қайырлы таң

00:02.000 --> 00:04.000
<v Aigul>Good morning
`;

/** A library with Aigul, who is now Aigul Qasym. */
function withAigul(app: App): SpeakerId {
  const known = {
    id: newId<SpeakerId>(),
    name: { kk: 'Айгүл', en: 'Aigul' },
    title: {},
    organisation: {},
    country: {},
    colour: 5,
    mergedInto: null,
  };
  const married = { ...known, id: newId<SpeakerId>(), name: { kk: 'Айгүл Қасым' } };
  putSpeakers(app, [known, married]);
  mergeSpeaker(app, known.id, married.id);
  return married.id;
}

describe('what is proposed', () => {
  test('names the speakers of the library by their exact name in any language, and writes nothing', async () => {
    const { app, path } = appWithFile('a.vtt', VTT);
    const married = withAigul(app);
    const before = listSpeakers(app);
    const found = await proposeImport(app, path, 'kk');
    expect(found).toMatchObject({ name: 'a.vtt', format: 'vtt', encoding: 'UTF-8', warnings: [] });
    expect(found.turns.map(turnText)).toEqual(['Қайырлы таң', 'Good morning']);
    expect(found.speakers.map(({ speaker, known }) => [speaker.name.kk, known])).toEqual([
      ['Болат Сейітов', null],
      ['Aigul', married],
    ]);
    expect(found.turns.map(({ speakerId }) => speakerId)).toEqual(
      found.speakers.map(({ speaker }) => speaker.id),
    );
    expect(listSpeakers(app)).toEqual(before);
  });

  test('says why nothing could be read', async () => {
    const { app, path } = appWithFile('a.json', '{"speakers": [{"id": "x"}]}');
    const { turns, speakers, warnings } = await proposeImport(app, path, 'kk');
    expect({ turns, speakers }).toEqual({ turns: [], speakers: [] });
    expect(warnings.map(({ code }) => code)).toContain('not-this-format');
  });
});

test('a translation in the file is not passed over in silence', async () => {
  const text = JSON.stringify({
    format: 'minber-transcript',
    version: 4,
    recording: { title: 'A', date: null, place: '', media: null },
    language: 'kk',
    speakers: [],
    turns: [],
    translations: [{ language: 'ru', name: '', turns: [] }],
  });
  const { app, path } = appWithFile('a.json', text);
  const { warnings } = await proposeImport(app, path, 'kk');
  expect(warnings).toContainEqual({ code: 'translation-left-out', excerpt: 'ru' });
});

describe('what is taken into a recording', () => {
  test('names speakers of the library, and adds the others once', async () => {
    const { app, path } = appWithFile('a.vtt', VTT);
    const married = withAigul(app);
    const { recordingId } = addTestRecording(app);
    await importTranscriptFile(app, recordingId, path, null);
    await importTranscriptFile(app, recordingId, path, null);
    const { turns } = await openRecording(app, recordingId);
    expect(listSpeakers(app)).toHaveLength(3);
    const added = listSpeakers(app)[2];
    expect(added?.name).toMatchObject({ kk: 'Болат Сейітов' });
    expect(turns.map(({ speakerId }) => speakerId)).toEqual([added?.id, married, added?.id, married]);
  });

  test('gets identities of its own, also from a file of the same library', async () => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const sample = await openRecording(app, await importSample(app));
    const path = join(folder, 'out.json');
    await exportTranscript(
      app,
      { transcriptId: sample.transcript.id, format: 'json', options: DEFAULT_EXPORT_OPTIONS },
      path,
    );
    const { recordingId } = addTestRecording(app);
    await importTranscriptFile(app, recordingId, path, null);
    const { turns } = await openRecording(app, recordingId);
    const ids = new Set(sample.turns.map(({ id }) => id));
    expect(turns.some(({ id }) => ids.has(id))).toBe(false);
    const plain = ({ id: _, order: __, ...turn }: (typeof turns)[number]) => turn;
    expect(turns.map(plain)).toEqual(sample.turns.map(plain));
  });
});

test('refuses a file of no known format, and what is no file', async () => {
  const { path, folder } = appWithFile('a.exe', 'MZ');
  await expect(readTranscriptFile(path, 'kk')).rejects.toMatchObject({ code: 'transcript-unreadable' });
  mkdirSync(join(folder, 'folder.txt'));
  await expect(readTranscriptFile(join(folder, 'folder.txt'), 'kk')).rejects.toMatchObject({
    code: 'not-a-file',
  });
  await expect(readTranscriptFile(join(folder, 'none.txt'), 'kk')).rejects.toMatchObject({
    code: 'ENOENT',
  });
});

const readers = FORMATS.filter(({ read }) => read);
test.each(readers)('refuses a file of gigabytes before it reads any of it: $id', async ({ extensions }) => {
  const name = `huge.${extensions[0]}`;
  const { path } = appWithFile(name, '');
  // More than Node would read at all.
  for (const bytes of [2, 5]) {
    truncateSync(path, bytes * 1024 ** 3);
    await expect(readTranscriptFile(path, 'kk')).rejects.toMatchObject({
      code: 'transcript-unreadable',
      params: { name },
    });
  }
});

test('tells of no more warnings than anybody reads, but how many there are', async () => {
  const cue = '1\n00:00:09,000 --> 00:00:08,000\nСөз\n\n';
  const { app, path } = appWithFile('many.srt', cue.repeat(500));
  const { warnings, warningCount } = await proposeImport(app, path, 'kk');
  expect(warnings).toHaveLength(100);
  expect(warningCount).toBeGreaterThanOrEqual(500);
});

test('reads a file as the person says', async () => {
  const { app, path } = appWithFile(
    'a.csv',
    '0:10;кіріспе;Бірінші сөз осында\n0:20;негізгі;Екінші сөз осында\n',
  );
  const { turns, layout } = await proposeImport(app, path, 'kk', { columns: ['start', 'text', null] });
  expect(turns.map(turnText)).toEqual(['кіріспе', 'негізгі']);
  expect(layout.columns.map(({ field }) => field)).toEqual(['start', 'text', null]);
});
