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
const SHORTEST_REST = 15;
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
 * Cuts a turn's text into cues of at most two lines of about 42 characters, at the ends of sentences, then of
 * clauses, then of words. A word is cut never, and a tag in brackets is one word. `speaker` stands before the text
 * of the first cue. Returns no cue for an empty text.
 */
export function cueTexts(text: string, speaker = ''): readonly CueText[] {
  const prefix = speaker === '' ? [] : wordsOf(`${speaker}:`);
  const spoken = wordsOf(text);
  if (spoken.length === 0) return [];
  const words = [...prefix, ...spoken];
  const cues: CueText[] = [];
  let from = 0;
  while (from < words.length) {
    const least = from === 0 ? prefix.length + 1 : from + 1;
    const to = cueEnd(words, from, least);
    const cue = words.slice(from, to);
    const silent = from === 0 ? lengthOf(prefix) : 0;
    cues.push({ lines: linesOf(cue), weight: Math.max(1, lengthOf(cue) - silent) });
    from = to;
  }
  return cues;
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const [chunk] of text.replace(/\s+/g, ' ').matchAll(/(?:\[[^[\]]{1,60}\]|\S)+/g)) {
    chunk.split(BETWEEN_UNSPACED).forEach((piece, index) => {
      words.push({ text: piece, length: [...piece.normalize('NFC')].length, spaced: index === 0 });
    });
  }
  return words;
}

/** Returns where the cue that starts at `from` ends: at the best place among those that fit, `least` or later. */
function cueEnd(words: readonly Word[], from: number, least: number): number {
  let best = least;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let to = least; to <= words.length; to++) {
    const cue = words.slice(from, to);
    if (to > least && !fits(cue)) break;
    if (to === words.length) return to;
    const length = lengthOf(cue);
    const last = cue.at(-1)?.text ?? '';
    const end = SENTENCE_END.test(last) ? 0.5 : CLAUSE_END.test(last) ? 0.25 : 0;
    const rest = lengthOf(words.slice(to, to + SHORTEST_REST));
    const score =
      length / CUE_LENGTH + (length > CUE_LENGTH / 3 ? end : 0) - (rest < SHORTEST_REST ? 0.4 : 0);
    if (score >= bestScore) {
      best = to;
      bestScore = score;
    }
  }
  return best;
}

function fits(cue: readonly Word[]): boolean {
  const length = lengthOf(cue);
  return length <= LINE_LENGTH || (length <= CUE_LENGTH + 1 && longerLine(cue, lineEnd(cue)) <= LINE_LENGTH);
}

function linesOf(cue: readonly Word[]): readonly string[] {
  if (lengthOf(cue) <= LINE_LENGTH || cue.length === 1) return [textOf(cue)];
  const end = lineEnd(cue);
  return [textOf(cue.slice(0, end)), textOf(cue.slice(end))];
}

/** Returns how many words the first of two lines takes so that they are most alike in length. */
function lineEnd(cue: readonly Word[]): number {
  let best = 1;
  for (let end = 2; end < cue.length; end++) {
    if (longerLine(cue, end) < longerLine(cue, best)) best = end;
  }
  return best;
}

const longerLine = (cue: readonly Word[], end: number) =>
  Math.max(lengthOf(cue.slice(0, end)), lengthOf(cue.slice(end)));

const lengthOf = (words: readonly Word[]) =>
  words.reduce((sum, word, index) => sum + word.length + (word.spaced && index > 0 ? 1 : 0), 0);

const textOf = (words: readonly Word[]) =>
  words.reduce((text, word, index) => text + (word.spaced && index > 0 ? ' ' : '') + word.text, '');
