import { type PlacedTurn, turnText } from '../../../shared/model/turn.ts';
import type { ReadableDatabase } from '../../database/library-database.ts';
import { rowsWithWords, searchWords } from '../../database/search-index.ts';
import { firstRow, lastRow, transcriptOfRow } from '../../database/turn-rows.ts';
import { turnInRow } from '../../database/turn-store.ts';
import { isForm, type Term, type TranscriptGroup } from './search-terms.ts';

/** Beginnings of up to so many letters are in the index as they are; longer ones it has to put together. */
const INDEXED_LETTERS = 4;
/** A single letter begins a word of nearly every turn. */
export const SHORTEST_BEGINNING = 2;
/** Turns that are read to see whether they have a longer beginning, before the index is asked for it. */
const MOST_TRIED = 250;
const TRYING_MS = 8;
/** However slow the machine is, each page comes this much further. */
const LEAST_READ = 25;

/** A turn in which the words were found. */
export interface FoundTurn {
  readonly row: number;
  readonly turn: PlacedTurn;
  /** How exactly: 2 for the very words, 1 for words that begin with them, 0 for other forms. */
  readonly exactness: 0 | 1 | 2;
}

export interface Limits {
  /** Where to begin: only rows below this. */
  readonly below: number;
  /** So many turns of a transcript are enough. */
  readonly perTranscript: number;
  readonly hits: number;
  /** By `performance.now()`, when to stop. */
  readonly deadlineMs: number;
  /** Whether a turn that has the words is wanted. */
  readonly accepts: (turn: PlacedTurn, row: number) => boolean;
}

export interface FoundTurns {
  readonly found: readonly FoundTurn[];
  /** Everything at and above this row has been seen; 0: everything. */
  readonly seenDownTo: number;
}

/**
 * Finds turns of a group of transcripts in which forms of all the terms occur, newest transcripts first. Words that
 * many turns have are found by reading what begins like them; the index is asked for the whole beginning only when
 * that does not suffice, since it then has to be put together.
 */
export function searchTurns(
  db: ReadableDatabase,
  terms: readonly Term[],
  { transcripts }: Pick<TranscriptGroup, 'transcripts'>,
  limits: Limits,
): FoundTurns {
  const sought = terms.filter(({ word }) => word.length >= SHORTEST_BEGINNING);
  if (sought.length === 0 || transcripts.size === 0) return { found: [], seenDownTo: 0 };
  const numbers = [...transcripts.keys()];
  const lowest = firstRow(Math.min(...numbers));
  const search = new TurnSearch(db, sought, transcripts, limits);
  const below = Math.min(limits.below, lastRow(Math.max(...numbers)) + 1);
  const whole = sought.map(({ stems }) => stems);
  const short = whole.map((stems) => [...new Set(stems.map((stem) => stem.slice(0, INDEXED_LETTERS)))]);
  const isShort = whole.every((stems) => stems.every((stem) => stem.length <= INDEXED_LETTERS));
  if (isShort) return search.through(rowsWithWords(db, whole, lowest, below), Number.POSITIVE_INFINITY);
  const tried = search.through(rowsWithWords(db, short, lowest, below), MOST_TRIED);
  if (tried.seenDownTo === 0 || search.isEnough()) return tried;
  return search.through(rowsWithWords(db, whole, lowest, tried.seenDownTo), Number.POSITIVE_INFINITY);
}

class TurnSearch {
  readonly #found: FoundTurn[] = [];
  readonly #perTranscript = new Map<number, number>();
  readonly #db: ReadableDatabase;
  readonly #terms: readonly Term[];
  readonly #transcripts: TranscriptGroup['transcripts'];
  readonly #limits: Limits;

  constructor(
    db: ReadableDatabase,
    terms: readonly Term[],
    transcripts: TranscriptGroup['transcripts'],
    limits: Limits,
  ) {
    this.#db = db;
    this.#terms = terms;
    this.#transcripts = transcripts;
    this.#limits = limits;
  }

  isEnough(): boolean {
    return this.#found.length >= this.#limits.hits || performance.now() >= this.#limits.deadlineMs;
  }

  /** Goes through rows until there is enough, or `mostRead` turns were read for nothing in too long a time. */
  through(rows: Iterable<number>, mostRead: number): FoundTurns {
    const startedMs = performance.now();
    let read = 0;
    for (const row of rows) {
      const transcript = transcriptOfRow(row);
      const known = this.#perTranscript.get(transcript) ?? 0;
      if (!this.#transcripts.has(transcript) || known >= this.#limits.perTranscript) {
        if (performance.now() >= this.#limits.deadlineMs) return this.#stoppedAt(row);
        continue;
      }
      const isTired = mostRead < Number.POSITIVE_INFINITY && performance.now() - startedMs > TRYING_MS;
      const mayStop = read >= LEAST_READ && (this.isEnough() || isTired);
      if (this.#found.length >= this.#limits.hits || mayStop || read >= mostRead)
        return this.#stoppedAt(row + 1);
      read++;
      const turn = turnInRow(this.#db, row);
      const exactness = turn ? this.#exactnessOf(turn) : null;
      if (!turn || exactness === null || !this.#limits.accepts(turn, row)) continue;
      this.#found.push({ row, turn, exactness });
      this.#perTranscript.set(transcript, known + 1);
    }
    return { found: this.#found, seenDownTo: 0 };
  }

  #stoppedAt(seenDownTo: number): FoundTurns {
    return { found: this.#found, seenDownTo };
  }

  #exactnessOf(turn: PlacedTurn): 0 | 1 | 2 | null {
    const words = searchWords(turnText(turn));
    let exactness: 0 | 1 | 2 = 2;
    for (const term of this.#terms) {
      if (words.includes(term.word)) continue;
      if (words.some((word) => word.startsWith(term.word))) exactness = exactness === 0 ? 0 : 1;
      else if (words.some((word) => isForm(term, word))) exactness = 0;
      else return null;
    }
    return exactness;
  }
}
