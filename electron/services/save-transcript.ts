import { MinberError } from '../../shared/ipc/errors.ts';
import { annotationsIn } from '../../shared/model/anchors.ts';
import type { AnnotationId, TranscriptId, TurnId } from '../../shared/model/ids.ts';
import { diffFault } from '../../shared/model/invariants.ts';
import type { TranscriptDiff } from '../../shared/model/transcript-diff.ts';
import { type PlacedTurn, turnText } from '../../shared/model/turn.ts';
import { putAnchors } from '../database/annotation-store.ts';
import { appendEdit, canonicalTurns, type EditReason, findBatch, savedTime } from '../database/edit-log.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/library-database.ts';
import { touchRecording } from '../database/recording-store.ts';
import { indexTurn, unindexTurn } from '../database/search-index.ts';
import { reviveSpeaker } from '../database/speaker-store.ts';
import {
  advanceTranscript,
  findTranscript,
  type StoredTranscript,
  type TotalsChange,
} from '../database/transcript-store.ts';
import { deleteTurn, findTurn, insertTurn, type StoredTurn, updateTurn } from '../database/turn-store.ts';
import type { LibraryAccess } from './app.ts';
import { countWords } from './count-words.ts';
import { noteAnchors } from './note-anchors.ts';
import { noteRevision } from './note-revision.ts';

export interface Saved {
  readonly sequence: number;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
}

export interface SaveInput {
  readonly transcriptId: TranscriptId;
  /** The sequence that the diff builds on. */
  readonly base: number;
  readonly batchId: string;
  readonly diff: TranscriptDiff;
}

/**
 * Writes a batch of changes: the turns, their search index, the edit log and the totals, in one transaction that is
 * on the disk when this returns. A batch that has been written before is acknowledged and not written again.
 *
 * Throws MinberError: `not-found`; `stale-sequence` when something else was saved since `base`; `bad-request` for a
 * diff that breaks an invariant, names a turn of another transcript or an unknown speaker, or reuses a batch id.
 */
export function saveTranscript({ library, now, author }: LibraryAccess, input: SaveInput): Saved {
  const { transcriptId, base, batchId, diff } = input;
  const fault = diffFault(diff);
  if (fault) throw refused(fault);
  const savedAt = now().toISOString();
  return library.write((db) => {
    const transcript = requireTranscript(db, transcriptId);
    const known = acknowledge(db, transcript, batchId, diff);
    if (known) return known;
    if (transcript.sequence !== base) throw new MinberError('stale-sequence', { head: transcript.sequence });
    const marked = isFirstOfDay(db, transcript, savedAt)
      ? noteRevision(db, transcript, { reason: 'day', at: savedAt, author: author() })
      : transcript;
    return writeBatch(db, marked, { batchId, savedAt, reason: 'edit', diff });
  });
}

/** Tells whether the last change was made on another day, by the machine's calendar. */
function isFirstOfDay(db: ReadableDatabase, transcript: StoredTranscript, savedAt: string): boolean {
  const before = savedTime(db, transcript.number, transcript.sequence);
  return before !== null && new Date(before).toDateString() !== new Date(savedAt).toDateString();
}

/** Throws `not-found`. */
export function requireTranscript(db: ReadableDatabase, id: TranscriptId): StoredTranscript {
  const transcript = findTranscript(db, id);
  if (!transcript) throw new MinberError('not-found', {}, new Error(`no transcript ${id}`));
  return transcript;
}

function acknowledge(
  db: WritableDatabase,
  transcript: StoredTranscript,
  batchId: string,
  diff: TranscriptDiff,
): Saved | null {
  const known = findBatch(db, batchId);
  if (!known) return null;
  const isSame =
    known.transcript === transcript.number &&
    canonicalTurns(known.applied.put) === canonicalTurns(diff.put) &&
    known.applied.remove.join() === diff.remove.join();
  if (!isSame) throw refused(`batch ${batchId} has been written with another content`);
  return { sequence: known.sequence, savedAt: known.savedAt };
}

export interface Batch {
  readonly batchId: string;
  readonly savedAt: string;
  readonly reason: EditReason;
  /** Free of faults. */
  readonly diff: TranscriptDiff;
}

/** Writes a batch on top of the transcript's head; part of the caller's transaction. */
export function writeBatch(db: WritableDatabase, transcript: StoredTranscript, batch: Batch): Saved {
  const { batchId, savedAt, reason, diff } = batch;
  const was: PlacedTurn[] = [];
  const touched = new Set<AnnotationId>();
  for (const id of diff.remove) {
    const stored = findOwnTurn(db, transcript, id);
    if (!stored) continue;
    was.push(stored.turn);
    unindexTurn(db, stored.row);
    deleteTurn(db, stored.row);
  }
  for (const turn of diff.put) {
    const stored = findOwnTurn(db, transcript, turn.id);
    if (stored) was.push(stored.turn);
    if (turn.speakerId && turn.speakerId !== stored?.turn.speakerId) reviveSpeaker(db, turn.speakerId);
    putTurn(db, transcript, stored, turn);
    for (const id of annotationsIn(turn)) touched.add(id);
  }
  noteAnchors(db, touched);
  const sequence = transcript.sequence + 1;
  const hash = appendEdit(db, transcript, { sequence, batchId, savedAt, reason }, { ...diff, was });
  advanceTranscript(db, transcript.number, { sequence, hash }, totalsChange(was, diff.put));
  touchRecording(db, transcript.recordingId, savedAt);
  return { sequence, savedAt };
}

function findOwnTurn(db: WritableDatabase, transcript: StoredTranscript, id: TurnId): StoredTurn | null {
  const stored = findTurn(db, id);
  if (stored && stored.transcript !== transcript.number)
    throw refused(`turn ${id} belongs to another transcript`);
  return stored;
}

/** Writes a turn over the one that is stored, or as a new one, with what is kept beside it. */
export function putTurn(
  db: WritableDatabase,
  transcript: Pick<StoredTranscript, 'number'>,
  stored: StoredTurn | null,
  turn: PlacedTurn,
): void {
  const text = turnText(turn);
  if (!stored) {
    const row = insertTurn(db, transcript.number, turn);
    indexTurn(db, row, text);
    putAnchors(db, row, new Set(), annotationsIn(turn));
    return;
  }
  updateTurn(db, stored.row, turn);
  putAnchors(db, stored.row, annotationsIn(stored.turn), annotationsIn(turn));
  if (text !== turnText(stored.turn)) indexTurn(db, stored.row, text);
}

function totalsChange(was: readonly PlacedTurn[], put: readonly PlacedTurn[]): TotalsChange {
  const before = totalsOf(was);
  const after = totalsOf(put);
  return {
    turnCount: after.turnCount - before.turnCount,
    checkedCount: after.checkedCount - before.checkedCount,
    flaggedCount: after.flaggedCount - before.flaggedCount,
    wordCount: after.wordCount - before.wordCount,
  };
}

/** Counts what the totals of a transcript count. */
export const totalsOf = (turns: readonly PlacedTurn[]): TotalsChange => ({
  turnCount: turns.length,
  checkedCount: turns.filter((turn) => turn.status === 'checked').length,
  flaggedCount: turns.filter((turn) => turn.status === 'flagged').length,
  wordCount: turns.reduce((sum, turn) => sum + countWords(turnText(turn)), 0),
});

const refused = (fault: string) => new MinberError('bad-request', {}, new Error(fault));
