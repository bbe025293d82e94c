import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MinberError } from '../../shared/ipc/errors.ts';
import { newId, type SpeakerId, type TranscriptId, type TurnId } from '../../shared/model/ids.ts';
import { applyDiff, type TranscriptDiff } from '../../shared/model/transcript-diff.ts';
import { type PlacedTurn, turnText } from '../../shared/model/turn.ts';
import { findTranscript } from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';
import type { App } from './app.ts';
import { listLibrary } from './list-library.ts';
import { openRecording } from './open-recording.ts';
import { saveTranscript } from './save-transcript.ts';
import { arbitraryDiffs } from './testing/arbitrary-diffs.ts';
import { addTestRecording, openTestApp, putTurns, temporaryFolder, turnOf } from './testing/open-test-app.ts';
import { foundRecordings } from './testing/search.ts';
import { verifyEditLog } from './verify-edit-log.ts';

const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return (error as MinberError).code;
  }
  return 'done';
};

const turnsOf = (app: App, id: TranscriptId): readonly PlacedTurn[] =>
  listTurns(app.library, findTranscript(app.library, id)?.number ?? 0);
const headOf = (app: App, id: TranscriptId): number | undefined => findTranscript(app.library, id)?.sequence;

describe('a batch', () => {
  test('is there after the program has been opened again', async () => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const { recordingId, transcriptId } = addTestRecording(app);
    const turn = turnOf('Құрметті қонақтар', 'a0', { startMs: 1000, endMs: 4500, status: 'checked' });
    const saved = putTurns(app, transcriptId, 0, [turn]);
    expect(saved).toEqual({ sequence: 1, savedAt: expect.stringMatching(/^2026-.*Z$/) });
    await app.close();

    const opened = await openRecording(openTestApp(folder), recordingId);
    expect(opened.turns).toEqual([turn]);
    expect(opened.transcript).toMatchObject({
      id: transcriptId,
      sequence: 1,
      language: 'kk',
      kind: 'original',
    });
    expect(opened.recording.updatedAt).toBe(saved.savedAt);
  });

  test('sent twice is written once and acknowledged twice', () => {
    const app = openTestApp();
    const { transcriptId } = addTestRecording(app);
    const batch = {
      transcriptId,
      base: 0,
      batchId: newId(),
      diff: { put: [turnOf('бір', 'a0')], remove: [] },
    };
    const first = saveTranscript(app, batch);
    putTurns(app, transcriptId, 1, [turnOf('екі', 'a1')]);
    expect(saveTranscript(app, batch)).toEqual(first);
    expect(headOf(app, transcriptId)).toBe(2);
  });

  test('that reuses the id of another is refused, not taken for it', () => {
    const app = openTestApp();
    const { transcriptId } = addTestRecording(app);
    const batch = {
      transcriptId,
      base: 0,
      batchId: newId(),
      diff: { put: [turnOf('бір', 'a0')], remove: [] },
    };
    saveTranscript(app, batch);
    const other = { ...batch, diff: { put: [turnOf('екі', 'a0')], remove: [] } };
    expect(codeOf(() => saveTranscript(app, other))).toBe('bad-request');
  });

  test('that builds on anything but the head is refused, and changes nothing', () => {
    const app = openTestApp();
    const { transcriptId } = addTestRecording(app);
    putTurns(app, transcriptId, 0, [turnOf('бір', 'a0')]);
    for (const base of [0, 2])
      expect(codeOf(() => putTurns(app, transcriptId, base, [turnOf('екі', 'a1')]))).toBe('stale-sequence');
    expect(turnsOf(app, transcriptId)).toHaveLength(1);
  });

  test.each<[string, () => TranscriptDiff]>([
    [
      'a turn that ends before it starts',
      () => ({ put: [turnOf('', 'a0', { startMs: 5, endMs: 4 })], remove: [] }),
    ],
    ['a turn without a place', () => ({ put: [turnOf('', '')], remove: [] })],
    [
      'a turn twice',
      () => {
        const turn = turnOf('', 'a0');
        return { put: [turn, turn], remove: [] };
      },
    ],
    [
      'an unknown speaker',
      () => ({ put: [turnOf('', 'a0', { speakerId: newId<SpeakerId>() })], remove: [] }),
    ],
  ])('with %s is refused whole', async (_, makeDiff) => {
    const app = openTestApp();
    const { transcriptId } = addTestRecording(app);
    const diff = makeDiff();
    const withGood = { ...diff, put: [turnOf('жақсы', 'a1'), ...diff.put] };
    expect(() => saveTranscript(app, { transcriptId, base: 0, batchId: newId(), diff: withGood })).toThrow();
    expect(turnsOf(app, transcriptId)).toEqual([]);
    expect(headOf(app, transcriptId)).toBe(0);
    expect(foundRecordings(app, 'жақсы')).toEqual([]);
  });

  test('cannot reach into another transcript', () => {
    const app = openTestApp();
    const [one, two] = [addTestRecording(app), addTestRecording(app)];
    const turn = turnOf('менікі', 'a0');
    putTurns(app, one.transcriptId, 0, [turn]);
    expect(codeOf(() => putTurns(app, two.transcriptId, 0, [{ ...turn, status: 'checked' }]))).toBe(
      'bad-request',
    );
    const removal = {
      transcriptId: two.transcriptId,
      base: 0,
      batchId: newId(),
      diff: { put: [], remove: [turn.id] },
    };
    expect(codeOf(() => saveTranscript(app, removal))).toBe('bad-request');
    expect(turnsOf(app, one.transcriptId)).toEqual([turn]);
  });

  test('may remove a turn that is gone already', () => {
    const app = openTestApp();
    const { transcriptId } = addTestRecording(app);
    const diff = { put: [], remove: [newId<TurnId>()] };
    expect(saveTranscript(app, { transcriptId, base: 0, batchId: newId(), diff }).sequence).toBe(1);
  });

  test('for an unknown transcript is refused', () => {
    expect(codeOf(() => putTurns(openTestApp(), newId<TranscriptId>(), 0, []))).toBe('not-found');
  });

  test('that does not fit on the disk leaves the library as it was', () => {
    const app = openTestApp();
    const { transcriptId } = addTestRecording(app);
    putTurns(app, transcriptId, 0, [turnOf('бір', 'a0')]);
    const pages = app.library.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    app.library.get(`PRAGMA max_page_count = ${pages}`);
    const long = turnOf('сөз '.repeat(200_000), 'a1');
    expect(() => putTurns(app, transcriptId, 1, [long])).toThrow(
      expect.objectContaining({ code: 'SQLITE_FULL' }),
    );
    expect(turnsOf(app, transcriptId)).toHaveLength(1);
    app.library.get('PRAGMA max_page_count = 1000000');
    expect(putTurns(app, transcriptId, 1, [long]).sequence).toBe(2);
  });
});

describe('whatever is saved', () => {
  test('the library holds what the model says, with its totals, its words and a sound log', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDiffs(), async (diffs) => {
        const folder = temporaryFolder();
        const app = openTestApp(folder);
        const { transcriptId } = addTestRecording(app);
        let expected: readonly PlacedTurn[] = [];
        for (const [base, diff] of diffs.entries()) {
          saveTranscript(app, { transcriptId, base, batchId: newId(), diff });
          expected = applyDiff(expected, diff);
        }
        await app.close();

        const reopened = openTestApp(folder);
        expect(turnsOf(reopened, transcriptId)).toEqual(expected);
        expect(verifyEditLog(reopened, transcriptId)).toMatchObject({ sound: true, sequence: null });
        const [summary] = await listLibrary(reopened, { bin: false });
        expect(summary).toMatchObject({
          turnCount: expected.length,
          checkedCount: expected.filter(({ status }) => status === 'checked').length,
          flaggedCount: expected.filter(({ status }) => status === 'flagged').length,
          transcribedMs: Math.max(0, ...expected.map(({ startMs, endMs }) => endMs ?? startMs ?? 0)),
        });
        const text = expected.map(turnText).join(' ');
        for (const word of ['алма', 'өзен', 'қала', 'forum'])
          expect(foundRecordings(reopened, word).length > 0, word).toBe(text.includes(` ${word} `));
        await reopened.close();
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
