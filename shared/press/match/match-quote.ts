import type { SpeakerId, TurnId } from '../../model/ids.ts';
import type { Language } from '../../model/language.ts';
import { languageOf } from '../lexicon/conventions.ts';
import type { QuoteKind } from '../quotes/found.ts';
import { align, type Step } from './align.ts';
import { type Difference, differencesOf } from './differences.ts';
import { findStretches } from './find-candidates.ts';
import { type Flag, flagsOf } from './flags.ts';
import { type MatchWord, matchWords } from './quote-words.ts';
import { type TranscriptIndex, weightOf } from './transcript-index.ts';
import { timeAt } from './turn-times.ts';

export type Verdict = 'exact' | 'edited' | 'translated' | 'not-found';

/** Where and how the words of a quotation were said. */
export interface Evidence {
  /** The turns that hold the words, in their order. */
  readonly turnIds: readonly TurnId[];
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** The speaker of the turn that holds most of the words. */
  readonly speakerId: SpeakerId | null;
  /** Whether the words run over turns of different speakers. */
  readonly severalSpeakers: boolean;
  /** What was said, as the transcript has it. */
  readonly text: string;
  /** 0 to 1: the share of the quotation that was said, words that tell more counting for more. */
  readonly similarity: number;
  /** Whether the words of the track are those of the quotation; of a translation they are not what was said. */
  readonly wording: 'exact' | 'edited';
  /** From the quotation to what was said, word by word; empty where it is exact. */
  readonly differences: readonly Difference[];
  readonly language: string;
}

/** Where the words of a quotation begin: a turn, and letters of its text. */
export interface WordPlace {
  readonly turnId: TurnId;
  readonly start: number;
}

export interface Match {
  readonly verdict: Verdict;
  readonly evidence: Evidence | null;
  /** Null where nothing was found. */
  readonly place: WordPlace | null;
  /** Numbers and names of the quotation that were not said so. */
  readonly flags: readonly Flag[];
}

export interface SoughtQuote {
  readonly text: string;
  readonly kind: QuoteKind;
}

/** Less of a quotation than this is said everywhere. */
const LEAST_SIMILARITY: Readonly<Record<QuoteKind, number>> = { dash: 0.55, marks: 0.55, reported: 0.45 };
/** Of so few words all must be there, but for a number. */
const FEW_WORDS = 3;
const NEARLY_ALL = 0.85;
/** Places as good as the best but for this are told apart by who speaks. */
const AS_GOOD = 0.03;

/** What is said of a quotation that nothing in a track is like. */
export const NOT_FOUND: Match = { verdict: 'not-found', evidence: null, place: null, flags: [] };

/**
 * Returns where a quotation was said in a track, and how it differs from what was said there. Of several places the one
 * is taken that `isSpeaker` agrees with; `chosen` goes before all others when the words are still there.
 */
export function matchQuote(
  index: TranscriptIndex,
  quote: SoughtQuote,
  isSpeaker: (speaker: SpeakerId | null) => boolean = () => false,
  chosen: WordPlace | null = null,
): Match {
  const words = matchWords(quote.text, languageOf(quote.text, languageOfTrack(index)));
  const places = placesOf(index, words);
  const [top] = places;
  if (!top) return NOT_FOUND;
  const equals = places.filter(({ similarity }) => top.similarity - similarity < AS_GOOD);
  const best = equals.find((place) => isSpeaker(speakerAt(index, place.stretch.first, place.steps))) ?? top;
  const picked = chosen && nearest(index, places, chosen);
  return (picked && matchAt(index, quote, words, picked)) ?? matchAt(index, quote, words, best) ?? NOT_FOUND;
}

/** Returns every place of a track where a quotation may have been said, the best first. */
export function matchCandidates(index: TranscriptIndex, quote: SoughtQuote): readonly Match[] {
  const words = matchWords(quote.text, languageOf(quote.text, languageOfTrack(index)));
  const seen = new Set<string>();
  return placesOf(index, words).flatMap((place) => {
    const match = matchAt(index, quote, words, place);
    const key = `${match?.place?.turnId} ${match?.place?.start}`;
    if (!match || seen.has(key)) return [];
    seen.add(key);
    return [match];
  });
}

/** The best first. */
function placesOf(index: TranscriptIndex, words: readonly MatchWord[]): readonly Place[] {
  if (words.length === 0) return [];
  return findStretches(index, words)
    .map((stretch) => {
      const said = index.words.slice(stretch.first, stretch.end);
      const steps = align(words, said);
      return { stretch, said, steps, similarity: similarityOf(index, words, said, steps) };
    })
    .filter(({ steps }) => steps.some(({ said }) => said >= 0))
    .sort((a, b) => b.similarity - a.similarity);
}

/** Of the places that begin in the turn the one nearest to where the words stood. */
function nearest(
  index: TranscriptIndex,
  places: readonly Place[],
  { turnId, start }: WordPlace,
): Place | null {
  const near = places.flatMap((place) => {
    const at = beginningOf(index, place);
    return at?.turnId === turnId ? [{ place, distance: Math.abs(at.start - start) }] : [];
  });
  return near.sort((a, b) => a.distance - b.distance)[0]?.place ?? null;
}

function beginningOf(index: TranscriptIndex, { stretch, steps }: Place): WordPlace | null {
  const said = steps.find((step) => step.said >= 0)?.said;
  if (said === undefined) return null;
  const turn = index.turns[index.turnOf[stretch.first + said] ?? 0];
  return turn ? { turnId: turn.id, start: index.words[stretch.first + said]?.start ?? 0 } : null;
}

/** Null where too little of the quotation was said. */
function matchAt(
  index: TranscriptIndex,
  quote: SoughtQuote,
  words: readonly MatchWord[],
  best: Place,
): Match | null {
  const isExact = best.steps.every(({ op }) => op === 'same');
  const enough = words.length <= FEW_WORDS ? NEARLY_ALL : LEAST_SIMILARITY[quote.kind];
  if (!isExact && best.similarity < enough) return null;
  const wording = isExact ? 'exact' : 'edited';
  const evidence = evidenceOf(index, quote.text, words, best, wording);
  const place = beginningOf(index, best);
  const flags = flagsOf(quote.text, words, best.said, best.steps, evidence.text);
  return { verdict: index.track.kind === 'translation' ? 'translated' : wording, evidence, place, flags };
}

const languageOfTrack = ({ track }: TranscriptIndex): Language =>
  track.language.startsWith('kk') ? 'kk' : track.language.startsWith('ru') ? 'ru' : 'en';

const WORTH = { same: 1, form: 0.85, changed: 0, added: 0, omitted: 0 } as const;
/** A number in the place of another is a changed number rather than another sentence. */
const OTHER_NUMBER = 0.7;

function similarityOf(
  index: TranscriptIndex,
  words: readonly MatchWord[],
  heard: readonly MatchWord[],
  steps: readonly Step[],
): number {
  const found = steps.reduce((sum, { quote, said, op }) => {
    const word = words[quote];
    if (!word) return sum;
    const otherNumber = op === 'changed' && word.number && heard[said]?.number;
    return sum + (otherNumber ? OTHER_NUMBER : WORTH[op]) * weightOf(index, word.stem);
  }, 0);
  return found / words.reduce((sum, { stem }) => sum + weightOf(index, stem), 0);
}

/** The number of the turn that holds most words of an alignment. */
function turnAt(index: TranscriptIndex, first: number, steps: readonly Step[]): number {
  const counts = new Map<number, number>();
  for (const { said, op } of steps) {
    if (said < 0 || op === 'omitted') continue;
    const turn = index.turnOf[first + said] ?? 0;
    counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const speakerAt = (index: TranscriptIndex, first: number, steps: readonly Step[]) =>
  index.turns[turnAt(index, first, steps)]?.speakerId ?? null;

interface Place {
  readonly stretch: { readonly first: number };
  readonly said: readonly MatchWord[];
  readonly steps: readonly Step[];
  readonly similarity: number;
}

function evidenceOf(
  index: TranscriptIndex,
  text: string,
  words: readonly MatchWord[],
  { stretch, steps, similarity }: Place,
  wording: 'exact' | 'edited',
): Evidence {
  const places = steps.flatMap((step) => (step.said >= 0 ? [stretch.first + step.said] : []));
  const first = places[0] ?? stretch.first;
  const last = places.at(-1) ?? first;
  const [from, to] = [index.turnOf[first] ?? 0, index.turnOf[last] ?? 0];
  const turns = index.turns.slice(from, to + 1);
  const kept = turns.filter((_, at) =>
    steps.some(
      (step) => step.quote >= 0 && step.said >= 0 && index.turnOf[stretch.first + step.said] === from + at,
    ),
  );
  const whole = turns
    .map(({ text: turnText }, at) => {
      const start = at === 0 ? (index.words[first]?.start ?? 0) : 0;
      const end = from + at === to ? (index.words[last]?.end ?? turnText.length) : turnText.length;
      return turnText.slice(start, end);
    })
    .join(' ');
  const next = (turn: number) => index.turns[turn + 1]?.turn.startMs ?? null;
  const speakers = new Set(kept.map(({ speakerId }) => speakerId));
  const [opening, closing] = [index.turns[from], index.turns[to]];
  return {
    turnIds: kept.map(({ id }) => id),
    startMs: opening ? timeAt(opening.turn, index.words[first]?.start ?? 0, next(from)) : null,
    endMs: closing ? timeAt(closing.turn, index.words[last]?.end ?? 0, next(to)) : null,
    speakerId: speakerAt(index, stretch.first, steps),
    severalSpeakers: speakers.size > 1,
    text: whole,
    similarity: Math.round(similarity * 1000) / 1000,
    wording,
    differences:
      wording === 'exact'
        ? []
        : differencesOf(text, words, (place) => wordText(index, stretch.first + place), steps),
    language: index.track.language,
  };
}

function wordText(index: TranscriptIndex, place: number): string {
  const word = index.words[place];
  const turn = index.turns[index.turnOf[place] ?? 0];
  return word && turn ? turn.text.slice(word.start, word.end) : '';
}
