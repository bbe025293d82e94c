import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { newId } from '../../shared/model/ids.ts';
import { saveTranscript } from './save-transcript.ts';
import { addTestRecording, openTestApp, putTurns, temporaryFolder, turnOf } from './testing/open-test-app.ts';
import { verifyEditLog } from './verify-edit-log.ts';

/** Saves three batches, closes the library, lets `tamper` at its file, and returns what the check says then. */
async function verdictAfter(tamper: string) {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const { transcriptId } = addTestRecording(app);
  const turn = turnOf('Бес пайызға өсті', 'a0');
  putTurns(app, transcriptId, 0, [turn, turnOf('Рақмет', 'a1')]);
  putTurns(app, transcriptId, 1, [turnOf('Он пайызға өсті', 'a0', { id: turn.id })]);
  saveTranscript(app, { transcriptId, base: 2, batchId: newId(), diff: { put: [], remove: [turn.id] } });
  await app.close();
  const sqlite = new Sqlite(app.libraryPath);
  sqlite.exec(tamper);
  sqlite.close();
  return verifyEditLog(openTestApp(folder), transcriptId);
}

test('a log that nobody has touched is sound', async () => {
  expect(await verdictAfter('SELECT 1')).toEqual({
    sound: true,
    sequence: null,
    since: expect.stringMatching(/^2026-01-01T/),
    entryCount: 3,
    headHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test.each([
  ['what was written', `UPDATE edit SET put = replace(put, 'Он', 'Жүз') WHERE sequence = 2`, 2],
  ['what it replaced', `UPDATE edit SET was = replace(was, 'Бес', 'Жүз') WHERE sequence = 2`, 2],
  ['what was removed', `UPDATE edit SET removed = '[]' WHERE sequence = 3`, 3],
  ['when it was written', `UPDATE edit SET saved_at = '2025-01-01T00:00:00.000Z' WHERE sequence = 1`, 1],
  ['why it was written', `UPDATE edit SET reason = 'restore' WHERE sequence = 2`, 2],
  ['an entry taken out', `DELETE FROM edit WHERE sequence = 2`, 2],
  ['an entry cut off the end', `DELETE FROM edit WHERE sequence = 3`, 3],
  ['the head moved back', `DELETE FROM edit WHERE sequence = 3; UPDATE transcript SET sequence = 2`, 2],
  ['the text itself', `UPDATE turn SET content = replace(content, 'Рақмет', 'Жоқ')`, 3],
  ['a turn taken out', `DELETE FROM turn`, 3],
])('a change to %s shows', async (_, tamper, sequence) => {
  expect(await verdictAfter(tamper)).toMatchObject({ sound: false, sequence });
});
