import { randomUUID } from 'node:crypto';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { TranscriptId, TurnId } from '../../shared/model/ids.ts';
import { byOrder, invertDiff, type TranscriptDiff } from '../../shared/model/transcript-diff.ts';
import type { PlacedTurn } from '../../shared/model/turn.ts';
import { canonicalTurns, findEdit } from '../database/edit-log.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import type { StoredTranscript } from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';
import type { LibraryAccess } from './app.ts';
import { requireTranscript, type Saved, writeBatch } from './save-transcript.ts';

/**
 * Returns the turns as they were when `sequence` was saved, in order, by undoing what came after; 0 is the empty
 * beginning. Throws MinberError: `not-found` for a sequence that is still to come, `library-damaged` when the edit
 * log has a gap.
 */
export function transcriptAt(
  db: ReadableDatabase,
  transcript: StoredTranscript,
  sequence: number,
): readonly PlacedTurn[] {
  if (sequence > transcript.sequence) throw new MinberError('not-found', { sequence });
  const turns = new Map(listTurns(db, transcript.number).map((turn) => [turn.id, turn]));
  for (let at = transcript.sequence; at > sequence; at--) {
    const edit = findEdit(db, transcript.number, at);
    if (!edit)
      throw new MinberError('library-damaged', {}, new Error(`edit ${at} of ${transcript.id} is lost`));
    const undo = invertDiff(edit.applied);
    for (const id of undo.remove) turns.delete(id);
    for (const turn of undo.put) turns.set(turn.id, turn);
  }
  return [...turns.values()].sort(byOrder);
}

/**
 * Brings a transcript back to what it was at `sequence`. What was written since stays in the edit log, to which this
 * adds an entry of its own; nothing is added when nothing differs. Throws as `transcriptAt`, and `not-found` for an
 * unknown transcript.
 */
export function restoreTranscript(
  { library, now }: LibraryAccess,
  { transcriptId, sequence }: { readonly transcriptId: TranscriptId; readonly sequence: number },
): Saved {
  const savedAt = now().toISOString();
  return library.write((db) => {
    const transcript = requireTranscript(db, transcriptId);
    const diff = diffBetween(listTurns(db, transcript.number), transcriptAt(db, transcript, sequence));
    if (diff.put.length + diff.remove.length === 0) return { sequence: transcript.sequence, savedAt };
    return writeBatch(db, transcript, { batchId: randomUUID(), savedAt, reason: 'restore', diff });
  });
}

function diffBetween(present: readonly PlacedTurn[], wanted: readonly PlacedTurn[]): TranscriptDiff {
  const written = new Map<TurnId, string>(present.map((turn) => [turn.id, canonicalTurns([turn])]));
  const wantedIds = new Set(wanted.map((turn) => turn.id));
  return {
    put: wanted.filter((turn) => written.get(turn.id) !== canonicalTurns([turn])),
    remove: [...written.keys()].filter((id) => !wantedIds.has(id)),
  };
}
