import type { TranscriptId, TurnId } from '../../shared/model/ids.ts';
import { byOrder } from '../../shared/model/transcript-diff.ts';
import type { PlacedTurn } from '../../shared/model/turn.ts';
import { canonicalTurns, type Edit, walkEdits } from '../database/edit-log.ts';
import { listTurns } from '../database/turn-store.ts';
import type { LibraryAccess } from './app.ts';
import { requireTranscript } from './save-transcript.ts';

export interface Verdict {
  readonly sound: boolean;
  /** The first entry that is not what it was when written; null when all is sound. */
  readonly sequence: number | null;
}

/**
 * Checks that the edit log of a transcript has not been changed after the fact: each entry hashes to what the next
 * builds on, says rightly what it replaced, and all of them together give the present text. An entry cut off the
 * end, or text changed past the log, is reported at the head. Whoever can write the file can also write a whole new
 * chain; a hash noted elsewhere is the proof against that. Throws `not-found`.
 */
export function verifyEditLog({ library }: LibraryAccess, transcriptId: TranscriptId): Verdict {
  const transcript = requireTranscript(library, transcriptId);
  const turns = new Map<TurnId, PlacedTurn>();
  let hash = '';
  let sequence = 0;
  for (const edit of walkEdits(library, transcript)) {
    if (!edit.chained || !tellsWhatItReplaced(edit, turns)) return { sound: false, sequence: sequence + 1 };
    for (const id of edit.applied.remove) turns.delete(id);
    for (const turn of edit.applied.put) turns.set(turn.id, turn);
    ({ hash, sequence } = edit);
  }
  const replayed = canonicalTurns([...turns.values()].sort(byOrder));
  const sound =
    hash === transcript.headHash &&
    sequence === transcript.sequence &&
    replayed === canonicalTurns(listTurns(library, transcript.number));
  return { sound, sequence: sound ? null : transcript.sequence };
}

function tellsWhatItReplaced({ applied }: Edit, turns: ReadonlyMap<TurnId, PlacedTurn>): boolean {
  const replaced = [...applied.remove, ...applied.put.map((turn) => turn.id)].flatMap(
    (id) => turns.get(id) ?? [],
  );
  return canonicalTurns(replaced) === canonicalTurns(applied.was);
}
