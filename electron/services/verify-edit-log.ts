import type { TranscriptId, TurnId } from '../../shared/model/ids.ts';
import { byOrder } from '../../shared/model/transcript-diff.ts';
import type { PlacedTurn } from '../../shared/model/turn.ts';
import { type ChainNote, type FoldedRange, isChained, listNotes } from '../database/chain-notes.ts';
import {
  type CheckedEdit,
  canonicalTurns,
  digestOfEdit,
  type Edit,
  hashOfTurns,
  walkEdits,
} from '../database/edit-log.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import type { StoredTranscript } from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';
import { requireTranscript } from './save-transcript.ts';

export interface Verdict {
  readonly sound: boolean;
  /** The first entry that is not what it was when written; null when all is sound. */
  readonly sequence: number | null;
  /** When the first entry was written, ISO 8601 in UTC; null for a log without entries. */
  readonly since: string | null;
  /** How many changes the log speaks of, those that were folded counted one by one. */
  readonly entryCount: number;
  readonly headHash: string;
}

/**
 * Checks that the edit log of a transcript has not been changed after the fact: each link of the chain hashes to what
 * the next builds on, each entry says rightly what it replaced, the text at each revision is what was noted there, and
 * all of it together gives the present text. An entry cut off the end, or text changed past the log, is reported at the
 * head. Whoever can write the file can also write a whole new chain; a hash noted elsewhere is the proof against that.
 * Throws `not-found`.
 */
export function verifyEditLog(
  { library }: { readonly library: ReadableDatabase },
  transcriptId: TranscriptId,
): Verdict {
  const transcript = requireTranscript(library, transcriptId);
  const walk = new ChainWalk(transcript, listNotes(library, transcript.number));
  let since: string | null = null;
  for (const edit of walkEdits(library, transcript)) {
    since ??= edit.savedAt;
    if (!walk.accepts(edit)) return verdict(transcript, since, walk.sequence + 1);
  }
  return verdict(transcript, since, walk.leadsTo(library) ? null : transcript.sequence);
}

const verdict = (
  { sequence: entryCount, headHash }: StoredTranscript,
  since: string | null,
  fault: number | null,
) => ({
  sound: fault === null,
  sequence: fault,
  since,
  entryCount,
  headHash,
});

class ChainWalk {
  sequence = 0;
  readonly #transcript: StoredTranscript;
  readonly #notes: readonly ChainNote[];
  readonly #folded: ReadonlyMap<number, FoldedRange>;
  readonly #turns = new Map<TurnId, PlacedTurn>();
  #notesSeen = 0;
  #hash = '';

  constructor(transcript: StoredTranscript, notes: readonly ChainNote[]) {
    this.#transcript = transcript;
    this.#notes = notes;
    const ranges = notes.flatMap((note) => (note.kind === 'compaction' ? note.body.ranges : []));
    this.#folded = new Map(ranges.map((range) => [range.last, range]));
  }

  /** Takes the next entry, and the notes behind it, if they are what they were. */
  accepts(edit: CheckedEdit): boolean {
    if ((edit.first ?? edit.sequence) !== this.sequence + 1) return false;
    if (!this.#isLinked(edit) || !tellsWhatItReplaced(edit, this.#turns)) return false;
    for (const id of edit.applied.remove) this.#turns.delete(id);
    for (const turn of edit.applied.put) this.#turns.set(turn.id, turn);
    this.#hash = edit.hash;
    const notes = this.#notes.slice(this.#notesSeen).filter(({ sequence }) => sequence === edit.sequence);
    if (!notes.every((note) => this.#acceptsNote(note))) return false;
    this.sequence = edit.sequence;
    return true;
  }

  leadsTo(db: ReadableDatabase): boolean {
    const { headHash, sequence, number } = this.#transcript;
    return (
      this.#notesSeen === this.#notes.length &&
      this.#hash === headHash &&
      this.sequence === sequence &&
      canonicalTurns(this.#present()) === canonicalTurns(listTurns(db, number))
    );
  }

  #isLinked(edit: CheckedEdit): boolean {
    if (edit.first === null) return edit.isChainedTo(this.#hash);
    const range = this.#folded.get(edit.sequence);
    return (
      range !== undefined &&
      range.first === edit.first &&
      range.before === this.#hash &&
      range.after === edit.hash &&
      range.digest === digestOfEdit(edit.applied)
    );
  }

  #acceptsNote(note: ChainNote): boolean {
    if (note.number !== this.#notesSeen + 1 || !isChained(this.#transcript.id, this.#hash, note))
      return false;
    if (note.kind === 'revision' && note.body.text !== hashOfTurns(this.#present())) return false;
    this.#notesSeen++;
    this.#hash = note.hash;
    return true;
  }

  #present(): readonly PlacedTurn[] {
    return [...this.#turns.values()].sort(byOrder);
  }
}

function tellsWhatItReplaced({ applied }: Edit, turns: ReadonlyMap<TurnId, PlacedTurn>): boolean {
  const replaced = [...applied.remove, ...applied.put.map((turn) => turn.id)].flatMap(
    (id) => turns.get(id) ?? [],
  );
  return canonicalTurns(replaced) === canonicalTurns(applied.was);
}
