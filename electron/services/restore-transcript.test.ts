import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../shared/model/ids.ts';
import { applyDiff, invertDiff } from '../../shared/model/transcript-diff.ts';
import type { PlacedTurn } from '../../shared/model/turn.ts';
import { listTurns } from '../database/turn-store.ts';
import type { App } from './app.ts';
import { compareRevisions } from './compare-revisions.ts';
import { listHistory, listRevisions, readLogEntry } from './read-history.ts';
import { restoreTranscript, transcriptAt } from './restore-transcript.ts';
import { requireTranscript, saveTranscript } from './save-transcript.ts';
import { arbitraryDiffs } from './testing/arbitrary-diffs.ts';
import { addTestRecording, type Fixture, openTestApp, putTurns, turnOf } from './testing/open-test-app.ts';
import { verifyEditLog } from './verify-edit-log.ts';

const at = (app: App, { transcriptId }: Fixture, sequence: number) =>
  transcriptAt(app.library, requireTranscript(app.library, transcriptId), sequence);
const present = (app: App, { transcriptId }: Fixture) =>
  listTurns(app.library, requireTranscript(app.library, transcriptId).number);

test('every moment can be seen and brought back', () => {
  const app = openTestApp();
  fc.assert(
    fc.property(arbitraryDiffs(), fc.nat(), (diffs, pick) => {
      const fixture = addTestRecording(app);
      const { transcriptId } = fixture;
      const own = newId().slice(0, 8);
      const states: (readonly PlacedTurn[])[] = [[]];
      for (const [base, { put, remove }] of diffs.entries()) {
        const ownId = <T extends string>(id: T) => (own + id.slice(8)) as T;
        const diff = { put: put.map((turn) => ({ ...turn, id: ownId(turn.id) })), remove: remove.map(ownId) };
        saveTranscript(app, { transcriptId, base, batchId: newId(), diff });
        states.push(applyDiff(states.at(-1) ?? [], diff));
      }
      for (const [sequence, turns] of states.entries()) expect(at(app, fixture, sequence)).toEqual(turns);

      const sequence = pick % states.length;
      restoreTranscript(app, { transcriptId, sequence });
      expect(present(app, fixture)).toEqual(states[sequence]);
      expect(verifyEditLog(app, transcriptId).sound).toBe(true);
      expect(at(app, fixture, states.length - 1)).toEqual(states.at(-1));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('a restore is an entry of its own, and can itself be undone', () => {
  const app = openTestApp();
  const fixture = addTestRecording(app);
  const { transcriptId } = fixture;
  const turn = turnOf('бастапқы', 'a0');
  putTurns(app, transcriptId, 0, [turn]);
  putTurns(app, transcriptId, 1, [turnOf('өзгерген', 'a0', { id: turn.id }), turnOf('жаңа', 'a1')]);
  expect(restoreTranscript(app, { transcriptId, sequence: 1 }).sequence).toBe(3);
  expect(present(app, fixture)).toEqual([turn]);
  restoreTranscript(app, { transcriptId, sequence: 2 });
  expect(present(app, fixture)).toHaveLength(2);
  expect(listHistory(app, { transcriptId, before: null })).toEqual([
    {
      sequence: 4,
      savedAt: expect.any(String),
      reason: 'restore',
      putCount: 2,
      removedCount: 0,
      first: null,
    },
    {
      sequence: 3,
      savedAt: expect.any(String),
      reason: 'restore',
      putCount: 1,
      removedCount: 1,
      first: null,
    },
    { sequence: 2, savedAt: expect.any(String), reason: 'edit', putCount: 2, removedCount: 0, first: null },
    { sequence: 1, savedAt: expect.any(String), reason: 'edit', putCount: 1, removedCount: 0, first: null },
  ]);
  expect(listHistory(app, { transcriptId, before: 2 })).toHaveLength(1);
});

test('a restore to the present writes nothing', () => {
  const app = openTestApp();
  const { transcriptId } = addTestRecording(app);
  putTurns(app, transcriptId, 0, [turnOf('бір', 'a0')]);
  expect(restoreTranscript(app, { transcriptId, sequence: 1 }).sequence).toBe(1);
});

test('a moment that is still to come cannot be restored', () => {
  const app = openTestApp();
  const { transcriptId } = addTestRecording(app);
  expect(() => restoreTranscript(app, { transcriptId, sequence: 1 })).toThrow('not-found');
});

test('an entry of the log undoes what it did', () => {
  const app = openTestApp();
  const fixture = addTestRecording(app);
  const { transcriptId } = fixture;
  const turn = turnOf('бірінші', 'a0');
  putTurns(app, transcriptId, 0, [turn]);
  putTurns(app, transcriptId, 1, [turnOf('екінші', 'a0', { id: turn.id })]);
  const entry = readLogEntry(app, { transcriptId, sequence: 2 });
  if (!entry) throw new Error('the entry is missing');
  const { put, remove } = invertDiff(entry);
  saveTranscript(app, { transcriptId, base: 2, batchId: newId(), diff: { put, remove } });
  expect(present(app, fixture)).toEqual([turn]);
  expect(readLogEntry(app, { transcriptId, sequence: 9 })).toBeNull();
});

test('one turn alone is brought back, the others stay as they are', () => {
  const app = openTestApp();
  const fixture = addTestRecording(app);
  const { transcriptId } = fixture;
  const [first, second] = [turnOf('бірінші', 'a0'), turnOf('екінші', 'a1')];
  putTurns(app, transcriptId, 0, [first, second]);
  const changed = turnOf('өзгерген', 'a1', { id: second.id });
  const added = turnOf('қосылған', 'a2');
  putTurns(app, transcriptId, 1, [turnOf('басқа', 'a0', { id: first.id }), changed, added]);
  const restored = restoreTranscript(app, { transcriptId, sequence: 1, turnIds: [first.id, added.id] });
  expect(restored.diff).toEqual({ put: [first], remove: [added.id] });
  expect(present(app, fixture)).toEqual([first, changed]);
});

test('where a restore began can be gone back to, and what it did can be seen', () => {
  const app = openTestApp();
  const { transcriptId } = addTestRecording(app);
  const turn = turnOf('бірінші', 'a0');
  const later = turnOf('екінші', 'a0', { id: turn.id });
  putTurns(app, transcriptId, 0, [turn]);
  putTurns(app, transcriptId, 1, [later]);
  restoreTranscript(app, { transcriptId, sequence: 1 });
  const { revisions, sequence } = listRevisions(app, transcriptId);
  expect(sequence).toBe(3);
  expect(revisions).toMatchObject([{ sequence: 2, reason: 'before-restore' }]);
  expect(compareRevisions(app, { transcriptId, from: 2, to: null })).toEqual([
    { before: later, after: turn, moved: false },
  ]);
  expect(compareRevisions(app, { transcriptId, from: 1, to: 3 })).toEqual([]);
  expect(verifyEditLog(app, transcriptId).sound).toBe(true);
});
