import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../shared/model/ids.ts';
import { applyDiff } from '../../shared/model/transcript-diff.ts';
import type { PlacedTurn } from '../../shared/model/turn.ts';
import { compactHistory, compactLibrary } from './compact-history.ts';
import { markRevision } from './mark-revision.ts';
import { listHistory, listRevisions, readLogEntry } from './read-history.ts';
import { restoreTranscript, transcriptAt } from './restore-transcript.ts';
import { requireTranscript, saveTranscript } from './save-transcript.ts';
import { arbitraryDiffs } from './testing/arbitrary-diffs.ts';
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

/** Saves three changes of one turn, a version, three more, another version, and one more; then lets 40 days pass. */
function typed(folder = temporaryFolder()) {
  const clock = steppingClock();
  const app = openTestApp(folder, { clock });
  const { transcriptId } = addTestRecording(app);
  const turn = turnOf('0', 'a0');
  const write = (sequence: number) =>
    putTurns(app, transcriptId, sequence, [turnOf(`${sequence + 1}`, 'a0', { id: turn.id })]);
  const mark = (name: string) => markRevision(app, { transcriptId, reason: 'named', name });
  for (const sequence of [0, 1, 2]) write(sequence);
  mark('бірінші');
  for (const sequence of [3, 4, 5]) write(sequence);
  mark('екінші');
  write(6);
  clock.forward(40 * DAY_MS);
  return { app, transcriptId, clock, turn, write };
}

test('old changes between versions become one, and each version is what it was', () => {
  const { app, transcriptId } = typed();
  expect(compactHistory(app, transcriptId)).toBe(1 + 2);
  const entries = listHistory(app, { transcriptId, before: null });
  expect(entries.map(({ sequence, first }) => [first, sequence])).toEqual([
    [null, 7],
    [4, 6],
    [2, 3],
    [null, 1],
  ]);
  const transcript = requireTranscript(app.library, transcriptId);
  const textAt = (sequence: number) =>
    transcriptAt(app.library, transcript, sequence).map(({ content }) => content);
  for (const sequence of [1, 3, 6, 7])
    expect(textAt(sequence)).toEqual([[{ type: 'text', text: `${sequence}` }]]);
  expect(() => textAt(5)).toThrow('not-found');
  expect(readLogEntry(app, { transcriptId, sequence: 6 })).toMatchObject({ base: 3 });
  expect(verifyEditLog(app, transcriptId)).toMatchObject({ sound: true, entryCount: 7 });
  expect(compactHistory(app, transcriptId)).toBe(0);
});

test('what is young stays, and is folded when it is old', () => {
  const { app, transcriptId, clock, write } = typed();
  write(7);
  write(8);
  markRevision(app, { transcriptId, reason: 'named', name: 'үшінші' });
  compactHistory(app, transcriptId);
  expect(listHistory(app, { transcriptId, before: null })).toHaveLength(6);
  clock.forward(40 * DAY_MS);
  expect(compactHistory(app, transcriptId)).toBe(1);
  expect(verifyEditLog(app, transcriptId).sound).toBe(true);
  restoreTranscript(app, { transcriptId, sequence: 3 });
  expect(verifyEditLog(app, transcriptId).sound).toBe(true);
});

test('a whole library is compacted until it is told to stop', async () => {
  const { app, transcriptId } = typed();
  await compactLibrary(app, AbortSignal.abort());
  expect(listHistory(app, { transcriptId, before: null })).toHaveLength(7);
  await compactLibrary(app, new AbortController().signal);
  expect(listHistory(app, { transcriptId, before: null })).toHaveLength(4);
});

test.each([
  ['what a folded change wrote', `UPDATE edit SET put = replace(put, '"6"', '"5"') WHERE sequence = 6`, 4],
  ['what it replaced', `UPDATE edit SET was = replace(was, '"3"', '"2"') WHERE sequence = 6`, 4],
  ['which changes it stands for', 'UPDATE edit SET first = 5 WHERE sequence = 6', 4],
  ['a folded change taken out', 'DELETE FROM edit WHERE sequence = 3', 2],
  ['that it was folded', 'UPDATE edit SET first = NULL WHERE sequence = 3', 2],
  [
    'what was folded',
    `UPDATE chain_note SET body = replace(body, '"last":6', '"last":5') WHERE kind = 'compaction'`,
    4,
  ],
  [
    'both, so that they agree',
    `UPDATE edit SET first = 5 WHERE sequence = 6;
     UPDATE chain_note SET body = replace(body, '"first":4', '"first":5') WHERE kind = 'compaction'`,
    4,
  ],
])('a change to %s shows', async (_, tamper, sequence) => {
  const folder = temporaryFolder();
  const { app, transcriptId } = typed(folder);
  compactHistory(app, transcriptId);
  await app.close();
  const sqlite = new Sqlite(app.libraryPath);
  sqlite.exec(tamper);
  sqlite.close();
  expect(verifyEditLog(openTestApp(folder), transcriptId)).toMatchObject({ sound: false, sequence });
});

test('whatever is edited, marked and compacted, every version can be brought back and the chain holds', () => {
  const clock = steppingClock();
  const app = openTestApp(temporaryFolder(), { clock });
  const step = fc.record({ marks: fc.boolean(), days: fc.constantFrom(0, 0, 1, 40), compacts: fc.boolean() });
  fc.assert(
    fc.property(arbitraryDiffs(), fc.array(step, { minLength: 8, maxLength: 8 }), (diffs, steps) => {
      const { transcriptId } = addTestRecording(app);
      const own = newId().slice(0, 8);
      const ownId = <T extends string>(id: T) => (own + id.slice(8)) as T;
      let present: readonly PlacedTurn[] = [];
      const states = new Map<number, readonly PlacedTurn[]>();
      for (const [base, { put, remove }] of diffs.entries()) {
        const diff = { put: put.map((turn) => ({ ...turn, id: ownId(turn.id) })), remove: remove.map(ownId) };
        saveTranscript(app, { transcriptId, base, batchId: newId(), diff });
        present = applyDiff(present, diff);
        states.set(base + 1, present);
        const { marks = false, days = 0, compacts = false } = steps[base] ?? {};
        if (marks) markRevision(app, { transcriptId, reason: 'named', name: `${base}` });
        clock.forward(days * DAY_MS);
        if (compacts) compactHistory(app, transcriptId);
      }
      clock.forward(40 * DAY_MS);
      compactHistory(app, transcriptId);
      const transcript = requireTranscript(app.library, transcriptId);
      const { revisions } = listRevisions(app, transcriptId);
      for (const { sequence } of revisions)
        expect(transcriptAt(app.library, transcript, sequence)).toEqual(states.get(sequence));
      expect(verifyEditLog(app, transcriptId).sound).toBe(true);
      for (const { sequence } of revisions.slice(0, 1)) {
        restoreTranscript(app, { transcriptId, sequence });
        expect(verifyEditLog(app, transcriptId).sound).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
