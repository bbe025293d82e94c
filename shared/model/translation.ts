import { newId, type TurnId } from './ids.ts';
import { createTurn, type Turn, turnDetails, turnText } from './turn.ts';

/** How far the translation of a turn is. Stale: the words that it was made from have changed. */
export const TRANSLATION_STATES = ['empty', 'draft', 'done', 'stale'] as const;
export type TranslationState = (typeof TRANSLATION_STATES)[number];

/** A turn and what translates it. */
export interface TranslationRow<S extends Turn = Turn, T extends Turn = Turn> {
  /** Null: what the turns translate is no longer there, and there is nothing that it could have become part of. */
  readonly source: S | null;
  readonly turns: readonly T[];
}

/** White space says nothing about meaning, and joining or cutting turns changes it. */
const squeezed = (text: string) => text.replace(/\s+/gu, '');

/** Returns whether two texts have the same words, whatever the white space between them. */
export const sameWords = (a: string, b: string): boolean => a === b || squeezed(a) === squeezed(b);

const hasWords = (turn: Pick<Turn, 'content'>) => turnText(turn).trim() !== '';

/** Returns whether a turn of a translation says nothing at all that could be lost. */
export function isBlank(turn: Turn): boolean {
  const { translates: _, editedBy: __, ...details } = turnDetails(turn);
  return (
    turn.content.every((inline) => inline.type === 'text' && inline.text.trim() === '') &&
    turn.status === 'draft' &&
    Object.keys(details).length === 0
  );
}

/**
 * Puts the turns of a translation beside those that they translate, in the order of these. Nothing is stored of this:
 * what a turn translates is known by its id alone, so that undoing a change of the original puts all back. Turns whose
 * original is gone stand beside what has its words now, else beside what is spoken at their time, between the rows of
 * their neighbours; blank ones among them are left out. Every other turn is in exactly one row.
 */
export function alignTranslation<S extends Turn, T extends Turn>(
  source: readonly S[],
  translation: readonly T[],
): readonly TranslationRow<S, T>[] {
  if (source.length === 0)
    return translation.filter((turn) => !isBlank(turn)).map((turn) => ({ source: null, turns: [turn] }));
  const rowOf = new Map(source.map((turn, index) => [turn.id, index]));
  const rows = source.map((turn): { source: S; turns: T[] } => ({ source: turn, turns: [] }));
  const own = translation.map((turn) => (turn.translates ? rowOf.get(turn.translates.turnId) : undefined));
  const nextOwn = nearestBehind(own, source.length - 1);
  const finder = placeFinder(source, new Set(own.flatMap((place) => place ?? [])));
  let last = 0;
  for (const [index, turn] of translation.entries()) {
    const place = own[index];
    if (place === undefined && isBlank(turn)) continue;
    last = place ?? finder(turn, last, Math.max(last, nextOwn[index] ?? last));
    rows[last]?.turns.push(turn);
  }
  return rows;
}

/** Returns for each place the next number from there on, `end` where there is none. */
function nearestBehind(numbers: readonly (number | undefined)[], end: number): readonly number[] {
  const found: number[] = new Array(numbers.length);
  let next = end;
  for (let index = numbers.length - 1; index >= 0; index--) {
    next = numbers[index] ?? next;
    found[index] = next;
  }
  return found;
}

/** Looking for words in the midst of others is dear; so many turns are looked through for them. */
const SOUGHT_THROUGH = 40;

/** `taken`: the rows that have turns of their own. */
function placeFinder<S extends Turn>(source: readonly S[], taken: Set<number>) {
  let free: Map<string, number[]> | null = null;
  /** Rows without turns of their own, by their words. */
  const freeRows = () => {
    if (free) return free;
    free = new Map();
    for (const [index, turn] of source.entries()) {
      if (taken.has(index)) continue;
      const words = squeezed(turnText(turn));
      free.set(words, [...(free.get(words) ?? []), index]);
    }
    return free;
  };
  return (turn: Turn, from: number, to: number): number => {
    const words = squeezed(turn.translates?.words ?? '');
    if (words !== '') {
      const rows = freeRows().get(words) ?? [];
      const same = rows.findIndex((index) => index >= from && index <= to);
      if (same >= 0) return rows.splice(same, 1)[0] ?? from;
      for (let index = from; index <= Math.min(to, from + SOUGHT_THROUGH); index++)
        if (squeezed(turnText(source[index] as S)).includes(words)) return index;
    }
    const { startMs } = turn;
    if (startMs === null) return from;
    let place = from;
    for (let index = from; index <= to; index++) {
      const start = source[index]?.startMs;
      if (start != null && start <= startMs) place = index;
    }
    return place;
  };
}

/**
 * Returns how far the translation of a row is; null where there is nothing to translate and nothing is translated.
 * Several turns in one row were together made from all of its words.
 */
export function rowState({ source, turns }: TranslationRow): TranslationState | null {
  const texts = turns.filter(hasWords);
  if (texts.length === 0) return source && hasWords(source) ? 'empty' : null;
  if (!source || !sameWords(wordsOfRow({ turns }), turnText(source))) return 'stale';
  return texts.every((turn) => turn.translates?.done) ? 'done' : 'draft';
}

/** Returns the words that the turns of a row were made from. */
export const wordsOfRow = ({ turns }: Pick<TranslationRow, 'turns'>): string =>
  turns
    .filter(hasWords)
    .map((turn) => turn.translates?.words ?? '')
    .filter(Boolean)
    .join(' ');

/** How far a translation is, counted in turns of the original that have words. */
export type TranslationProgress = Readonly<Record<TranslationState | 'total', number>>;

/** Returns how far a translation is. */
export function countRows(rows: readonly TranslationRow[]): TranslationProgress {
  const counts = { empty: 0, draft: 0, done: 0, stale: 0, total: 0 };
  for (const row of rows) {
    const state = rowState(row);
    if (state === null) continue;
    counts[state]++;
    counts.total++;
  }
  return counts;
}

/** Returns a turn of a translation with the speaker, the times and the voice of the one that it translates. */
export function asTranslated<T extends Turn>(turn: T, source: Turn | null): T {
  if (!source) return turn;
  const { speakerId, startMs, endMs } = source;
  if (turn.speakerId === speakerId && turn.startMs === startMs && turn.endMs === endMs) return turn;
  return { ...turn, speakerId, startMs, endMs };
}

/** Returns a turn that is still to be translated. */
export function blankTranslation(source: Turn): Turn {
  const turn = createTurn({ id: newId<TurnId>(), translates: { turnId: source.id, words: '' } });
  return asTranslated(turn, source);
}

/**
 * Returns the turns of a translation as they stand beside the original: in its order, with its speakers and times, and a
 * blank one for each turn of which nothing is translated yet.
 */
export function translatedTurns<T extends Turn>(
  rows: readonly TranslationRow<Turn, T>[],
): readonly (T | Turn)[] {
  return rows.flatMap(({ source, turns }) =>
    turns.length === 0 && source
      ? [blankTranslation(source)]
      : turns.map((turn) => asTranslated(turn, source)),
  );
}

/**
 * Says what each half of a translation was made from when it is cut in two: where all of it was made from the turn
 * itself and `rest`, the turns behind it, each half from its own; else the first from all, which a person then looks at.
 */
export function divideWords(words: string, source: string): readonly [first: string, second: string] {
  const wanted = squeezed(source);
  if (wanted === '' || !squeezed(words).startsWith(wanted)) return [words, ''];
  let seen = 0;
  let at = 0;
  for (const letter of words) {
    if (seen === wanted.length) break;
    if (!/\s/u.test(letter)) seen += letter.length;
    at += letter.length;
  }
  return [words.slice(0, at), words.slice(at).trim()];
}
