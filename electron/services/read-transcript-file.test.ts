import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { newId, type SpeakerId } from '../../shared/model/ids.ts';
import { turnText } from '../../shared/model/turn.ts';
import { adoptFile } from './adopt-speakers.ts';
import { listSpeakers, mergeSpeaker, putSpeaker } from './change-speakers.ts';
import { exportTranscript } from './export-transcript.ts';
import { importSample } from './import-sample.ts';
import { openRecording } from './open-recording.ts';
import { readTranscriptFile } from './read-transcript-file.ts';
import { openTestApp, temporaryFolder } from './testing/open-test-app.ts';

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

test('takes speakers of the library by their exact name in any language, and adds the others', async () => {
  const { app, path } = appWithFile('a.vtt', VTT);
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
  putSpeaker(app, known);
  putSpeaker(app, married);
  mergeSpeaker(app, known.id, married.id);

  const { turns, speakers } = adoptFile(app, await readTranscriptFile(path, 'kk'));
  expect(turns.map(turnText)).toEqual(['Қайырлы таң', 'Good morning']);
  expect(listSpeakers(app)).toHaveLength(3);
  const added = listSpeakers(app)[2];
  expect(added?.name).toMatchObject({ kk: 'Болат Сейітов' });
  expect(turns.map(({ speakerId }) => speakerId)).toEqual([added?.id, married.id]);
  expect(speakers).toEqual([added, married]);

  adoptFile(app, await readTranscriptFile(path, 'kk'));
  expect(listSpeakers(app)).toHaveLength(3);
});

test('reads the JSON of a recording into the same library beside it', async () => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const sample = await openRecording(app, await importSample(app));
  const path = join(folder, 'out.json');
  await exportTranscript(
    app,
    { transcriptId: sample.transcript.id, format: 'json', options: DEFAULT_EXPORT_OPTIONS },
    path,
  );
  const { turns } = adoptFile(app, await readTranscriptFile(path, 'kk'));
  const ids = new Set(sample.turns.map(({ id }) => id));
  expect(turns.some(({ id }) => ids.has(id))).toBe(false);
  const plain = ({ id: _, ...turn }: (typeof turns)[number]) => turn;
  expect(turns.map(plain)).toEqual(sample.turns.map(({ order: _, ...turn }) => plain(turn)));
});

test('says why nothing could be read, and adds nobody', async () => {
  const { app, path } = appWithFile('a.json', '{"speakers": [{"id": "x"}]}');
  const { turns, warnings } = adoptFile(app, await readTranscriptFile(path, 'kk'));
  expect(turns).toEqual([]);
  expect(warnings.map(({ code }) => code)).toContain('not-this-format');
  expect(listSpeakers(app)).toEqual([]);
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
