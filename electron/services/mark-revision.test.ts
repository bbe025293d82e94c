import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import type { App } from './app.ts';
import { appendDocument } from './append-document.ts';
import { exportTranscript, transcriptDocument } from './export-transcript.ts';
import { markRevision, renameRevision } from './mark-revision.ts';
import { listRevisions } from './read-history.ts';
import { requireTranscript } from './save-transcript.ts';
import {
  addTestRecording,
  openTestApp,
  putTurns,
  steppingClock,
  temporaryFolder,
  turnOf,
} from './testing/open-test-app.ts';
import { verifyEditLog } from './verify-edit-log.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const marks = (app: App, transcriptId: TranscriptId) =>
  listRevisions(app, transcriptId).revisions.map(({ sequence, reason, name }) => ({
    sequence,
    reason,
    name,
  }));

test('the first edit of a day marks what the day began with', () => {
  const clock = steppingClock();
  const app = openTestApp(temporaryFolder(), { clock });
  const { transcriptId } = addTestRecording(app);
  putTurns(app, transcriptId, 0, [turnOf('кеше', 'a0')]);
  putTurns(app, transcriptId, 1, [turnOf('кеше де', 'a1')]);
  clock.forward(DAY_MS);
  putTurns(app, transcriptId, 2, [turnOf('бүгін', 'a2')]);
  putTurns(app, transcriptId, 3, [turnOf('бүгін де', 'a3')]);
  expect(marks(app, transcriptId)).toEqual([{ sequence: 2, reason: 'day', name: '' }]);
  expect(verifyEditLog(app, transcriptId).sound).toBe(true);
});

test('an import into a text marks where it began and where it ended', () => {
  const app = openTestApp();
  const { transcriptId } = addTestRecording(app);
  putTurns(app, transcriptId, 0, [turnOf('бар', 'a0')]);
  const document = transcriptDocument(app.library, transcriptId);
  app.library.write((db) =>
    appendDocument(
      db,
      requireTranscript(db, transcriptId),
      { ...document, turns: [turnOf('келген', 'a0')] },
      app.now().toISOString(),
    ),
  );
  expect(marks(app, transcriptId)).toEqual([
    { sequence: 2, reason: 'imported', name: '' },
    { sequence: 1, reason: 'before-import', name: '' },
  ]);
  expect(verifyEditLog(app, transcriptId).sound).toBe(true);
});

test('an export marks what was exported, once a file name', async () => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const { transcriptId } = addTestRecording(app);
  putTurns(app, transcriptId, 0, [turnOf('мәтін', 'a0')]);
  const input = { transcriptId, format: 'txt', options: DEFAULT_EXPORT_OPTIONS } as const;
  for (const name of ['a.txt', 'a.txt', 'b.txt']) await exportTranscript(app, input, join(folder, name));
  expect(marks(app, transcriptId)).toEqual([
    { sequence: 1, reason: 'exported', name: 'b.txt' },
    { sequence: 1, reason: 'exported', name: 'a.txt' },
  ]);
});

test('a moment gets a name, another name, and none; an empty text has no moment', () => {
  const app = openTestApp();
  const { transcriptId } = addTestRecording(app);
  markRevision(app, { transcriptId, reason: 'named', name: 'Бос' });
  expect(marks(app, transcriptId)).toEqual([]);
  putTurns(app, transcriptId, 0, [turnOf('мәтін', 'a0')]);
  markRevision(app, { transcriptId, reason: 'named', name: ' Редакторға дейін ' });
  const [revision] = listRevisions(app, transcriptId).revisions;
  if (!revision) throw new Error('nothing was marked');
  expect(revision).toMatchObject({ reason: 'named', name: 'Редакторға дейін', author: '' });
  renameRevision(app, revision.id, 'Редактордан кейін');
  expect(marks(app, transcriptId)).toMatchObject([{ name: 'Редактордан кейін' }]);
  expect(verifyEditLog(app, transcriptId).sound).toBe(true);
});

test.each([
  ['what the text was at a moment', `UPDATE chain_note SET body = '{"text":"00"}'`, 2],
  ['a moment taken out of the chain', 'DELETE FROM chain_note WHERE number = 1', 3],
  ['when it was marked', `UPDATE chain_note SET at = '2020-01-01T00:00:00.000Z' WHERE number = 1`, 2],
  ['the last one cut off', 'DELETE FROM chain_note WHERE number = 2', 3],
])('a change to %s shows', async (_, tamper, sequence) => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const { transcriptId } = addTestRecording(app);
  putTurns(app, transcriptId, 0, [turnOf('бір', 'a0')]);
  putTurns(app, transcriptId, 1, [turnOf('екі', 'a1')]);
  markRevision(app, { transcriptId, reason: 'named', name: 'Бірінші' });
  putTurns(app, transcriptId, 2, [turnOf('үш', 'a2')]);
  markRevision(app, { transcriptId, reason: 'named', name: 'Екінші' });
  await app.close();
  const sqlite = new Sqlite(app.libraryPath);
  sqlite.exec(tamper);
  sqlite.close();
  expect(verifyEditLog(openTestApp(folder), transcriptId)).toMatchObject({ sound: false, sequence });
});
