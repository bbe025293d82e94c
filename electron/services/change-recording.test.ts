import { expect, test } from 'vitest';
import { newId, type RecordingId } from '../../shared/model/ids.ts';
import { changeRecording, destroyRecording, removeRecording, restoreRecording } from './change-recording.ts';
import { listLibrary } from './list-library.ts';
import { keepAnalysis, readAnalysis } from './media-analysis.ts';
import { openRecording } from './open-recording.ts';
import { addTestRecording, openTestApp, putTurns, turnOf } from './testing/open-test-app.ts';
import { foundRecordings } from './testing/search.ts';

test('only the parts given are changed', () => {
  const app = openTestApp();
  const { recordingId } = addTestRecording(app);
  const before = changeRecording(app, recordingId, { title: 'Су форумы' });
  expect(before).toMatchObject({
    title: 'Су форумы',
    date: '2026-01-01',
    place: 'Астана',
    languages: ['kk'],
  });
  const after = changeRecording(app, recordingId, { date: null, languages: ['kk', 'ru'], place: '' });
  expect(after).toMatchObject({ title: 'Су форумы', date: null, place: '', languages: ['kk', 'ru'] });
  expect(after.updatedAt > before.updatedAt).toBe(true);
});

test('the recording changed last is listed first', async () => {
  const app = openTestApp();
  const [one, two] = [addTestRecording(app), addTestRecording(app)];
  const order = async () => (await listLibrary(app, { bin: false })).map(({ id }) => id);
  expect(await order()).toEqual([two.recordingId, one.recordingId]);
  putTurns(app, one.transcriptId, 0, [turnOf('сөз', 'a0')]);
  expect(await order()).toEqual([one.recordingId, two.recordingId]);
});

test('the bin holds what was removed, whole, until it is taken back', async () => {
  const app = openTestApp();
  const { recordingId, transcriptId } = addTestRecording(app);
  putTurns(app, transcriptId, 0, [turnOf('көптен күткен сөз', 'a0', { status: 'checked', endMs: 900 })]);
  const [summary] = await listLibrary(app, { bin: false });
  expect(summary).toMatchObject({
    turnCount: 1,
    checkedCount: 1,
    flaggedCount: 0,
    wordCount: 3,
    transcribedMs: 900,
    mediaFound: false,
  });

  removeRecording(app, recordingId);
  expect(await listLibrary(app, { bin: false })).toEqual([]);
  expect(await listLibrary(app, { bin: true })).toEqual([{ ...summary, deletedAt: expect.any(String) }]);
  expect(foundRecordings(app, 'күткен')).toEqual([]);

  restoreRecording(app, recordingId);
  expect(await listLibrary(app, { bin: false })).toEqual([summary]);
  expect(foundRecordings(app, 'күткен')).toEqual([recordingId]);
});

test('what is destroyed leaves nothing, and leaves the others alone', async () => {
  const app = openTestApp();
  const [one, two] = [addTestRecording(app), addTestRecording(app)];
  for (const { transcriptId } of [one, two]) putTurns(app, transcriptId, 0, [turnOf('екеуінде де', 'a0')]);
  await keepAnalysis(app, 'peaks', one.mediaId, new Uint8Array([1]));
  await keepAnalysis(app, 'speech', one.mediaId, new Uint8Array([3]));
  await keepAnalysis(app, 'peaks', two.mediaId, new Uint8Array([2]));
  await destroyRecording(app, one.recordingId);

  await expect(openRecording(app, one.recordingId)).rejects.toThrow('not-found');
  expect(await app.analyses.read('peaks', one.mediaId)).toBeNull();
  expect(await app.analyses.read('speech', one.mediaId)).toBeNull();
  expect(foundRecordings(app, 'екеуінде')).toEqual([two.recordingId]);
  for (const table of ['recording', 'media', 'transcript', 'turn', 'edit', 'turn_words_docsize'])
    expect(app.library.get(`SELECT count(*) AS n FROM ${table}`), table).toEqual({ n: 1 });
  expect(await readAnalysis(app, 'peaks', two.mediaId)).toEqual(new Uint8Array([2]));
});

test('a recording that is not there is said to be not there', () => {
  const app = openTestApp();
  const id = newId<RecordingId>();
  for (const verb of [removeRecording, restoreRecording]) expect(() => verb(app, id)).toThrow('not-found');
  expect(() => changeRecording(app, id, {})).toThrow('not-found');
});
