import { cutCost } from './cut-costs.ts';
import type { SubtitleOptions } from './format.ts';

/** What one cue shows, and how much of its turn's time it deserves. */
export interface CueText {
  readonly lines: readonly string[];
  /** Characters spoken in it. */
  readonly weight: number;
}

interface Word {
  readonly text: string;
  readonly length: number;
  /** A space stands before it; Han and Kana need none. */
  readonly spaced: boolean;
}

const SHORT_CUE = 15;
/** How many characters the lines may differ more, to end one with a clause. */
const CLAUSE_WORTH = 14;
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、！？；：`;
const BETWEEN_UNSPACED = new RegExp(
  String.raw`(?<=[${UNSPACED}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])`,
  'u',
);

/** Returns two pieces of one text as they stood before they were cut: with a space, or without in Han and Kana. */
export function joinPieces(before: string, after: string): string {
  const last = [...before.slice(-2)].at(-1) ?? '';
  const [first = ''] = after;
  const together = before === '' || after === '' || BETWEEN_UNSPACED.test(last + first);
  return before + (together ? '' : ' ') + after;
}

/** What a cue holds at most. */
export type CueShape = Pick<SubtitleOptions, 'lineLength' | 'lines'>;

/**
 * Cuts a turn's text into cues of so many lines of about so many characters: those cuts of all that are best
 * together, at the ends of sentences rather than of clauses, and of clauses rather than of words. A word is never
 * cut; a tag in brackets is one word, and a dash belongs to the word before it. `speaker` stands before the text of
 * the first cue. Returns no cue for an empty text.
 */
export function cueTexts(text: string, shape: CueShape, speaker = ''): readonly CueText[] {
  const prefix = speaker === '' ? [] : wordsOf(`${speaker}:`);
  const spoken = wordsOf(text);
  if (spoken.length === 0) return [];
  const line = new WordLine([...prefix, ...spoken]);
  const silent = line.length(0, prefix.length);
  let from = 0;
  return cueEnds(line, shape, prefix.length + 1).map((to) => {
    const weight = Math.max(1, line.length(from, to) - (from === 0 ? silent : 0));
    const cue = { lines: linesOf(line, shape, from, to), weight };
    from = to;
    return cue;
  });
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const chunks = text.replace(/\s+/g, ' ').matchAll(/(?:\[[^[\]]{1,60}\]|\S)+(?: [-–—](?= |$))?/g);
  for (const [chunk] of chunks) {
    chunk.split(BETWEEN_UNSPACED).forEach((piece, index) => {
      words.push({ text: piece, length: [...piece.normalize('NFC')].length, spaced: index === 0 });
    });
  }
  return words;
}

/** Words in a row, any stretch of which is measured at once. */
class WordLine {
  readonly count: number;
  readonly #words: readonly Word[];
  /** Where each word begins, the space before it not counted. */
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];
  readonly #cutCosts: readonly number[];

  constructor(words: readonly Word[]) {
    this.count = words.length;
    this.#words = words;
    const starts: number[] = [];
    const ends: number[] = [];
    let at = 0;
    for (const { length, spaced } of words) {
      if (spaced && at > 0) at++;
      starts.push(at);
      at += length;
      ends.push(at);
    }
    this.#starts = starts;
    this.#ends = ends;
    this.#cutCosts = words.map(({ text }, index) => cutCost(text, words[index + 1]?.text ?? ''));
  }

  /** Returns the characters of the words `[from, to)`, the spaces between them counted. */
  length(from: number, to: number): number {
    return to > from ? (this.#ends[to - 1] ?? 0) - (this.#starts[from] ?? 0) : 0;
  }

  text(from: number, to: number): string {
    return this.#words
      .slice(from, to)
      .reduce((text, word, index) => text + (word.spaced && index > 0 ? ' ' : '') + word.text, '');
  }

  /** Returns how ill it is to cut before word `at`. */
  cutCost(at: number): number {
    return at === this.count ? 0 : (this.#cutCosts[at - 1] ?? 0);
  }
}

/** Returns where the cues end, the first at `least` or later. */
function cueEnds(line: WordLine, shape: CueShape, least: number): readonly number[] {
  const costs = new Array<number>(line.count + 1).fill(Number.POSITIVE_INFINITY);
  const ends = new Array<number>(line.count + 1).fill(line.count);
  costs[line.count] = 0;
  for (let from = line.count - 1; from >= 0; from--) {
    const first = from === 0 ? least : from + 1;
    for (let to = first; to <= line.count && (to === first || linesNeeded(line, shape, from, to)); to++) {
      const cost = cueCost(line, shape, from, to) + (costs[to] ?? 0);
      if (cost < (costs[from] ?? 0)) {
        costs[from] = cost;
        ends[from] = to;
      }
    }
  }
  const path: number[] = [];
  for (let at = 0; at < line.count; ) {
    at = ends[at] ?? line.count;
    path.push(at);
  }
  return path;
}

/** Each cue costs something, a short one and one cut in the midst of a clause more. */
function cueCost(line: WordLine, { lineLength, lines }: CueShape, from: number, to: number): number {
  const length = line.length(from, to);
  const emptiness = Math.max(0, 1 - length / (lineLength * lines));
  return 0.4 + line.cutCost(to) + 0.6 * emptiness ** 2 + (length < SHORT_CUE ? 0.6 : 0);
}

/** Returns how many lines, each as full as can be, hold the words; null when they are more than the cue has. */
function linesNeeded(
  line: WordLine,
  { lineLength, lines }: CueShape,
  from: number,
  to: number,
): number | null {
  let needed = 0;
  for (let at = from; at < to; needed++) {
    if (needed === lines) return null;
    let end = at;
    while (end < to && line.length(at, end + 1) <= lineLength) end++;
    if (end === at) return null;
    at = end;
  }
  return needed;
}

function linesOf(line: WordLine, shape: CueShape, from: number, to: number): readonly string[] {
  const count = linesNeeded(line, shape, from, to) ?? Math.min(shape.lines, to - from);
  let at = from;
  return bestLines(line, shape.lineLength, from, to, count).ends.map((end) => {
    const text = line.text(at, end);
    at = end;
    return text;
  });
}

interface Lines {
  readonly ends: readonly number[];
  readonly longest: number;
  /** What the cuts between the lines cost. */
  readonly cuts: number;
}

/** Returns where so many lines end best: so that all fit, and are alike in length or end with a clause. */
function bestLines(line: WordLine, lineLength: number, from: number, to: number, count: number): Lines {
  if (count <= 1) return { ends: [to], longest: line.length(from, to), cuts: 0 };
  let best: Lines = { ends: [to], longest: Number.POSITIVE_INFINITY, cuts: 0 };
  let bestCost = Number.POSITIVE_INFINITY;
  for (let end = from + 1; end <= to - count + 1; end++) {
    const rest = bestLines(line, lineLength, end, to, count - 1);
    const longest = Math.max(line.length(from, end), rest.longest);
    const cuts = CLAUSE_WORTH * line.cutCost(end) + rest.cuts;
    const cost = longest + (longest > lineLength ? count * lineLength : cuts);
    if (cost < bestCost) {
      best = { ends: [end, ...rest.ends], longest, cuts };
      bestCost = cost;
    }
  }
  return best;
}
