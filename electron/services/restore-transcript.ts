import { randomUUID } from 'node:crypto';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { TranscriptId, TurnId } from '../../shared/model/ids.ts';
import { byOrder, invertDiff, type TranscriptDiff } from '../../shared/model/transcript-diff.ts';
import type { PlacedTurn } from '../../shared/model/turn.ts';
import { canonicalTurns, walkBack } from '../database/edit-log.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import type { StoredTranscript } from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';
import type { LibraryAccess } from './app.ts';
import { noteRevision } from './note-revision.ts';
import { requireTranscript, type Saved, writeBatch } from './save-transcript.ts';

/**
 * Returns the turns as they were when `sequence` was saved, in order, by undoing what came after; 0 is the empty
 * beginning. Throws MinberError: `not-found` for a sequence that is still to come or was folded into a later one,
 * `library-damaged` when the edit log has a gap.
 */
export function transcriptAt(
  db: ReadableDatabase,
  transcript: StoredTranscript,
  sequence: number,
): readonly PlacedTurn[] {
  if (sequence > transcript.sequence) throw new MinberError('not-found', { sequence });
  const turns = new Map(listTurns(db, transcript.number).map((turn) => [turn.id, turn]));
  let at = transcript.sequence;
  for (const edit of walkBack(db, transcript.number, sequence)) {
    if (edit.sequence !== at) break;
    const undo = invertDiff(edit.applied);
    for (const id of undo.remove) turns.delete(id);
    for (const turn of undo.put) turns.set(turn.id, turn);
    at = (edit.first ?? edit.sequence) - 1;
  }
  if (at < sequence) throw new MinberError('not-found', { sequence });
  if (at > sequence)
    throw new MinberError('library-damaged', {}, new Error(`edit ${at} of ${transcript.id} is lost`));
  return [...turns.values()].sort(byOrder);
}

export interface RestoreInput {
  readonly transcriptId: TranscriptId;
  readonly sequence: number;
  /** Only these turns are brought back (or taken away, where they were not yet there); null or absent: all. */
  readonly turnIds?: readonly TurnId[] | null;
}

/** What was saved, and what it changed. */
export type Restored = Saved & { readonly diff: TranscriptDiff };

/**
 * Brings a transcript, or some of its turns, back to what it was at `sequence`. What was written since stays in the
 * edit log, to which this adds an entry of its own, behind a revision that marks where it began; nothing is added when
 * nothing differs. Throws as `transcriptAt`, and `not-found` for an unknown transcript.
 */
export function restoreTranscript({ library, now, author }: LibraryAccess, input: RestoreInput): Restored {
  const savedAt = now().toISOString();
  return library.write((db) => {
    const transcript = requireTranscript(db, input.transcriptId);
    const present = listTurns(db, transcript.number);
    const diff = within(
      diffBetween(present, transcriptAt(db, transcript, input.sequence)),
      input.turnIds ?? null,
    );
    if (diff.put.length + diff.remove.length === 0) return { sequence: transcript.sequence, savedAt, diff };
    const marked = noteRevision(db, transcript, { reason: 'before-restore', at: savedAt, author: author() });
    return { ...writeBatch(db, marked, { batchId: randomUUID(), savedAt, reason: 'restore', diff }), diff };
  });
}

/** Returns what makes the present turns the wanted ones, places included. */
export function diffBetween(present: readonly PlacedTurn[], wanted: readonly PlacedTurn[]): TranscriptDiff {
  const written = new Map<TurnId, string>(present.map((turn) => [turn.id, canonicalTurns([turn])]));
  const wantedIds = new Set(wanted.map((turn) => turn.id));
  return {
    put: wanted.filter((turn) => written.get(turn.id) !== canonicalTurns([turn])),
    remove: [...written.keys()].filter((id) => !wantedIds.has(id)),
  };
}

function within(diff: TranscriptDiff, ids: readonly TurnId[] | null): TranscriptDiff {
  if (ids === null) return diff;
  const wanted = new Set(ids);
  return {
    put: diff.put.filter(({ id }) => wanted.has(id)),
    remove: diff.remove.filter((id) => wanted.has(id)),
  };
}
