import type { SpeakerId, TurnId } from '../../model/ids.ts';
import type { Language } from '../../model/language.ts';
import { type Turn, turnText } from '../../model/turn.ts';
import { languageOf } from '../lexicon/conventions.ts';
import { type MatchWord, matchWords } from './quote-words.ts';

/** The text of a recording in one language: what was said, or its translation. */
export interface Track {
  /** BCP 47. */
  readonly language: string;
  readonly kind: 'original' | 'translation';
  /** In transcript order. */
  readonly turns: readonly Turn[];
}

export interface IndexedTurn {
  readonly id: TurnId;
  readonly speakerId: SpeakerId | null;
  readonly turn: Turn;
  readonly text: string;
  /** The number of its first word in the track. */
  readonly first: number;
  readonly words: readonly MatchWord[];
}

/** A track made ready to be searched: its words in one row, and where each stem stands in it. */
export interface TranscriptIndex {
  readonly track: Track;
  readonly turns: readonly IndexedTurn[];
  readonly words: readonly MatchWord[];
  /** For each word the number of its turn. */
  readonly turnOf: Int32Array;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const knownWords = new WeakMap<
  Turn['content'],
  { readonly text: string; readonly words: readonly MatchWord[] }
>();

function wordsOf(
  turn: Turn,
  language: Language,
): { readonly text: string; readonly words: readonly MatchWord[] } {
  const made = knownWords.get(turn.content);
  if (made) return made;
  const text = turnText(turn);
  const words = { text, words: matchWords(text, languageOf(text, language)) };
  knownWords.set(turn.content, words);
  return words;
}

/** Returns a track ready to be searched. Turns whose content is the same object as before are not read again. */
export function indexTranscript(track: Track): TranscriptIndex {
  const language = track.language.startsWith('kk') ? 'kk' : track.language.startsWith('ru') ? 'ru' : 'en';
  const words: MatchWord[] = [];
  const places = new Map<string, number[]>();
  const turns: IndexedTurn[] = [];
  for (const turn of track.turns) {
    const own = wordsOf(turn, language);
    turns.push({ id: turn.id, speakerId: turn.speakerId, turn, ...own, first: words.length });
    for (const word of own.words) {
      const list = places.get(word.stem);
      if (list) list.push(words.length);
      else places.set(word.stem, [words.length]);
      words.push(word);
    }
  }
  const turnOf = new Int32Array(words.length);
  turns.forEach(({ first, words: own }, index) => {
    turnOf.fill(index, first, first + own.length);
  });
  return { track, turns, words, turnOf, places };
}

/** Returns how much a stem tells: nothing said everywhere tells much. */
export function weightOf(index: TranscriptIndex, stem: string): number {
  const count = index.places.get(stem)?.length ?? 0;
  return 0.25 + Math.log(1 + index.words.length / (1 + count)) / Math.log(2 + index.words.length);
}
