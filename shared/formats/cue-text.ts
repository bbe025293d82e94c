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

const LINE_LENGTH = 42;
const CUE_LENGTH = 2 * LINE_LENGTH;
const SHORT_CUE = 15;
/** How many characters the lines may differ more, to end the first with a clause. */
const CLAUSE_WORTH = 12;
const SENTENCE_END = /[.!?…。！？]["'»”’)\]]*$/u;
const CLAUSE_END = /[,;:–—，、；：]["'»”’)\]]*$/u;
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

/**
 * Cuts a turn's text into cues of at most two lines of about 42 characters: those cuts of all that are best
 * together, at the ends of sentences rather than of clauses, and of clauses rather than of words. A word is never
 * cut; a tag in brackets is one word, and a dash belongs to the word before it. `speaker` stands before the text of
 * the first cue. Returns no cue for an empty text.
 */
export function cueTexts(text: string, speaker = ''): readonly CueText[] {
  const prefix = speaker === '' ? [] : wordsOf(`${speaker}:`);
  const spoken = wordsOf(text);
  if (spoken.length === 0) return [];
  const line = new WordLine([...prefix, ...spoken]);
  const silent = line.length(0, prefix.length);
  let from = 0;
  return cueEnds(line, prefix.length + 1).map((to) => {
    const weight = Math.max(1, line.length(from, to) - (from === 0 ? silent : 0));
    const cue = { lines: linesOf(line, from, to), weight };
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
    this.#cutCosts = words.map(({ text }) => (SENTENCE_END.test(text) ? 0 : CLAUSE_END.test(text) ? 0.3 : 1));
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

  /** Returns how ill it is to cut before word `at`: 0 at the end of a sentence, 1 in the midst of a clause. */
  cutCost(at: number): number {
    return at === this.count ? 0 : (this.#cutCosts[at - 1] ?? 0);
  }
}

/** Returns where the cues end, the first at `least` or later. */
function cueEnds(line: WordLine, least: number): readonly number[] {
  const costs = new Array<number>(line.count + 1).fill(Number.POSITIVE_INFINITY);
  const ends = new Array<number>(line.count + 1).fill(line.count);
  costs[line.count] = 0;
  for (let from = line.count - 1; from >= 0; from--) {
    const first = from === 0 ? least : from + 1;
    for (let to = first; to <= line.count && (to === first || fits(line, from, to)); to++) {
      const cost = cueCost(line, from, to) + (costs[to] ?? 0);
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
function cueCost(line: WordLine, from: number, to: number): number {
  const length = line.length(from, to);
  const emptiness = Math.max(0, 1 - length / CUE_LENGTH);
  return 0.4 + line.cutCost(to) + 0.6 * emptiness ** 2 + (length < SHORT_CUE ? 0.6 : 0);
}

/** Tells whether two lines, the first as full as can be, hold the words. */
function fits(line: WordLine, from: number, to: number): boolean {
  if (line.length(from, to) <= LINE_LENGTH) return true;
  let end = from;
  while (line.length(from, end + 1) <= LINE_LENGTH) end++;
  return end > from && line.length(end, to) <= LINE_LENGTH;
}

function linesOf(line: WordLine, from: number, to: number): readonly string[] {
  if (line.length(from, to) <= LINE_LENGTH || to - from === 1) return [line.text(from, to)];
  const end = lineEnd(line, from, to);
  return [line.text(from, end), line.text(end, to)];
}

/** Returns where the first of two lines ends: so that both fit, and are alike in length or end with a clause. */
function lineEnd(line: WordLine, from: number, to: number): number {
  let best = from + 1;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let end = from + 1; end < to; end++) {
    const longer = longerLine(line, from, end, to);
    const cost = longer + (longer > LINE_LENGTH ? CUE_LENGTH : CLAUSE_WORTH * line.cutCost(end));
    if (cost < bestCost) {
      best = end;
      bestCost = cost;
    }
  }
  return best;
}

const longerLine = (line: WordLine, from: number, end: number, to: number) =>
  Math.max(line.length(from, end), line.length(end, to));
