import type { SearchHit, SearchInput, SearchPage } from '../../../shared/ipc/contract.ts';
import { letterTimes } from '../../../shared/model/anchors.ts';
import type { SpeakerId } from '../../../shared/model/ids.ts';
import { preferredLanguage } from '../../../shared/model/language.ts';
import { type PlacedTurn, turnText } from '../../../shared/model/turn.ts';
import { snippetOf } from '../../../shared/search/snippet.ts';
import type { ReadableDatabase } from '../../database/library-database.ts';
import {
  annotationsWithWords,
  type FoundAnnotation,
  foldForSearch,
  hasAnnotationOfKind,
} from '../../database/search-index.ts';
import { listSpeakerNames } from '../../database/speaker-store.ts';
import { listTitles, type TitledTranscript } from '../../database/transcript-store.ts';
import { transcriptOfRow } from '../../database/turn-rows.ts';
import { transcriptsOfSpeaker, turnInRow } from '../../database/turn-store.ts';
import type { LibraryAccess } from '../app.ts';
import { groupByMissing, isForm, type Term, termsOf } from './search-terms.ts';
import { type FoundTurn, SHORTEST_BEGINNING, searchTurns } from './search-turns.ts';
import { ShownTurns } from './shown-turns.ts';

const HITS_A_PAGE = 60;
const HITS_A_RECORDING = 5;
const ANNOTATIONS = 30;
/** The window waits for nothing else longer than this, so a page may come with less in it. */
const PAGE_MS = 25;

/**
 * Returns what the library has of a query, newest recordings first, a page at a time; `input.before` is what the page
 * before gave as `next`. Each word of the query must, in some form, begin a word of the title, of the place or of the
 * name of a speaker, and those that do not must stand together in one turn, or all in one annotation. Case and ё do not
 * matter; й and и are two letters. Of a recording the first few places are given, exact words first. What is off the
 * record is not shown. A query without letters or digits finds nothing.
 */
export function searchLibrary(
  { library: db }: Pick<LibraryAccess, 'library'>,
  input: SearchInput,
): SearchPage {
  const deadlineMs = performance.now() + PAGE_MS;
  const terms = termsOf(input.query);
  if (terms.length === 0) return { recordings: [], next: null };
  const search = new PageSearch(db, terms, input);
  const transcripts = listTitles(db).filter((transcript) => search.admits(transcript));
  const below = input.before ?? Number.MAX_SAFE_INTEGER;
  const named: TitledTranscript[] = [];
  const found: FoundTurn[] = [];
  let seenDownTo = 0;
  for (const { missing, transcripts: group } of groupByMissing(db, terms, transcripts)) {
    if (missing.length === 0) named.push(...group.values());
    const sought = missing.length === 0 ? terms : missing;
    const turns = searchTurns(
      db,
      sought,
      { transcripts: group },
      {
        below,
        perTranscript: HITS_A_RECORDING,
        hits: HITS_A_PAGE,
        deadlineMs,
        accepts: (turn, row) => search.accepts(turn, row),
      },
    );
    found.push(...turns.found);
    seenDownTo = Math.max(seenDownTo, turns.seenDownTo);
  }
  const byNumber = new Map(transcripts.map((transcript) => [transcript.number, transcript]));
  const page = new PageBuilder(byNumber);
  if (input.before === null) {
    if (search.isByNamesToo) for (const transcript of named) page.add(transcript.number, true, null);
    for (const annotation of search.annotations())
      if (byNumber.has(annotation.transcript)) {
        const hit = search.annotationHit(annotation);
        if (hit) page.add(annotation.transcript, false, hit);
      }
  }
  for (const turn of found.filter(({ row }) => row >= seenDownTo).sort((a, b) => b.row - a.row)) {
    const number = transcriptOfRow(turn.row);
    page.add(number, false, search.turnHit(turn, number, byNumber.get(number)?.language ?? ''));
  }
  return { recordings: page.recordings(), next: seenDownTo === 0 ? null : seenDownTo };
}

type ScoredHit = SearchHit & { readonly exactness: number };

class PageSearch {
  readonly #db: ReadableDatabase;
  readonly #terms: readonly Term[];
  readonly #input: SearchInput;
  readonly #speakers: ReadonlySet<SpeakerId> | null;
  readonly #spoken: ReadonlySet<number> | null;
  readonly #shown: ShownTurns;

  constructor(db: ReadableDatabase, terms: readonly Term[], input: SearchInput) {
    this.#db = db;
    this.#terms = terms;
    this.#input = input;
    this.#shown = new ShownTurns(db);
    const { speakerId } = input.filter;
    this.#speakers = speakerId && sameSpeakers(db, speakerId);
    this.#spoken =
      this.#speakers && new Set([...this.#speakers].flatMap((id) => transcriptsOfSpeaker(db, id)));
  }

  /** Whether recordings may be found by what they are called alone. */
  get isByNamesToo(): boolean {
    return this.#input.filter.status === null && this.#input.filter.kindId === null;
  }

  admits({ number, date }: TitledTranscript): boolean {
    const { from, to } = this.#input.filter;
    if (from !== null && (date === null || date < from)) return false;
    if (to !== null && (date === null || date > to)) return false;
    return this.#spoken === null || this.#spoken.has(number);
  }

  accepts(turn: PlacedTurn, row: number): boolean {
    const { status, kindId } = this.#input.filter;
    if (status !== null && turn.status !== status) return false;
    if (this.#speakers && !(turn.speakerId && this.#speakers.has(turn.speakerId))) return false;
    return kindId === null || hasAnnotationOfKind(this.#db, row, kindId);
  }

  turnHit({ turn, exactness }: FoundTurn, transcript: number, language: string): ScoredHit {
    const whole = turnText(turn);
    const place = this.#firstHit(whole);
    return {
      turnId: turn.id,
      speakerId: turn.speakerId,
      atMs: letterTimes(turn)(place?.start ?? 0) ?? turn.startMs,
      place,
      snippet: this.#snippet(this.#shown.textOf(transcript, turn, preferredLanguage([language]))),
      annotation: null,
      exactness,
    };
  }

  annotations(): readonly FoundAnnotation[] {
    const sought = this.#terms.filter(({ word }) => word.length >= SHORTEST_BEGINNING);
    if (sought.length === 0) return [];
    return annotationsWithWords(
      this.#db,
      sought.map(({ stems }) => stems),
      ANNOTATIONS,
    );
  }

  /** Returns null for an annotation that the filter leaves out. */
  annotationHit(annotation: FoundAnnotation): ScoredHit | null {
    const { kindId, status } = this.#input.filter;
    if (kindId !== null && annotation.kindId !== kindId) return null;
    const turn = annotation.turnRow === null ? null : turnInRow(this.#db, annotation.turnRow);
    if (status !== null && turn?.status !== status) return null;
    if (this.#speakers && !(turn?.speakerId && this.#speakers.has(turn.speakerId))) return null;
    const replies = JSON.parse(annotation.replies) as readonly { readonly body: string }[];
    const text = [annotation.body, ...replies.map(({ body }) => body)].join(' ');
    return {
      turnId: turn?.id ?? null,
      speakerId: turn?.speakerId ?? null,
      atMs: annotation.startMs ?? annotation.atMs ?? turn?.startMs ?? null,
      place: null,
      snippet: this.#snippet(text),
      annotation: { id: annotation.id, kindId: annotation.kindId },
      exactness: 1,
    };
  }

  #snippet(text: string) {
    return snippetOf(text, (word) => this.#isSought(word));
  }

  #isSought(word: string): boolean {
    const folded = foldForSearch(word).toLowerCase();
    return this.#terms.some((term) => isForm(term, folded));
  }

  #firstHit(text: string): { readonly start: number; readonly end: number } | null {
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu))
      if (this.#isSought(word)) return { start: index, end: index + word.length };
    return null;
  }
}

/** Returns the speaker and all for whom it stands. */
function sameSpeakers(db: ReadableDatabase, id: SpeakerId): ReadonlySet<SpeakerId> {
  const speakers = listSpeakerNames(db);
  const same = new Set([id]);
  for (let before = 0; before < same.size; ) {
    before = same.size;
    for (const { id: other, mergedInto } of speakers) if (mergedInto && same.has(mergedInto)) same.add(other);
  }
  return same;
}

class PageBuilder {
  readonly #transcripts: ReadonlyMap<number, TitledTranscript>;
  readonly #groups = new Map<number, { isNamed: boolean; hits: ScoredHit[] }>();

  constructor(transcripts: ReadonlyMap<number, TitledTranscript>) {
    this.#transcripts = transcripts;
  }

  add(transcript: number, isNamed: boolean, hit: ScoredHit | null): void {
    const group = this.#groups.get(transcript) ?? { isNamed: false, hits: [] };
    group.isNamed ||= isNamed;
    if (hit) group.hits.push(hit);
    this.#groups.set(transcript, group);
  }

  /** Newest first; within a recording exact words first, then as they were said. */
  recordings(): SearchPage['recordings'] {
    return [...this.#groups]
      .sort(([a], [b]) => b - a)
      .flatMap(([number, { isNamed, hits }]) => {
        const transcript = this.#transcripts.get(number);
        if (!transcript) return [];
        const { recordingId, title, place, date } = transcript;
        const ranked = [...hits].sort((a, b) => b.exactness - a.exactness || (a.atMs ?? 0) - (b.atMs ?? 0));
        return [
          { recordingId, title, place, date, isNamed, hits: ranked.map(({ exactness: _, ...hit }) => hit) },
        ];
      });
  }
}
