import { nameStems } from './case-endings.ts';
import { soundKey } from './romanise.ts';

/** Two names at least this alike are offered as one person. */
export const SAME_NAME = 0.84;
/** Words of names less alike than this are different words. */
const SAME_WORD = 0.75;
/** What is said for a name of which the other has one word only, its surname say. */
const ONE_WORD_OF_SEVERAL = 0.86;
const INITIAL = 0.92;
const COURTESY =
  /^(?:мырза|ханым|лорд|сэр|господин|госпожа|г-н|г-жа|доктор|mr|mrs|ms|dr|prof|sir|dame|lord|lady)$/u;

interface NameWord {
  /** Keys of the word and of what it may be without its case. */
  readonly keys: readonly string[];
  readonly initial: boolean;
}

const known = new Map<string, readonly NameWord[]>();
const MOST_KNOWN = 5000;

/** Given names and surnames come again and again in a list of delegates. */
const knownWords = new Map<string, NameWord>();
const compared = new WeakMap<NameWord, Map<NameWord, number>>();

function nameWord(word: string): NameWord {
  const made = knownWords.get(word);
  if (made) return made;
  const keys = [...new Set(nameStems(word).map(soundKey))].filter((key) => key !== '');
  const fresh = { keys, initial: [...word].length === 1 };
  knownWords.set(word, fresh);
  return fresh;
}

function wordsOf(name: string): readonly NameWord[] {
  const made = known.get(name);
  if (made) return made;
  const words = (
    name.normalize('NFC').match(/[\p{L}\p{M}’']+(?:[-‑][нтдғгқкмбп][ыіаең]{1,2}[нң]?(?![\p{L}]))?/gu) ?? []
  )
    .filter((word) => !COURTESY.test(word.toLowerCase()))
    .map(nameWord)
    .filter(({ keys }) => keys.length > 0);
  if (known.size > MOST_KNOWN) {
    known.clear();
    knownWords.clear();
  }
  known.set(name, words);
  return words;
}

/**
 * Returns how alike two names are, 0 to 1: 1 for the same name whatever its script, transliteration, hyphens, order and
 * case ending. A name with initials, without its patronymic, or its surname alone is a little less. See SAME_NAME.
 */
export function nameSimilarity(one: string, other: string): number {
  const a = wordsOf(one);
  const b = wordsOf(other);
  if (a.length === 0 || b.length === 0) return 0;
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  return Math.max(byWords(fewer, more), wholeNames(fewer, more));
}

/** How alike the names are written as one word each: syllables are parted or joined as the desk likes. */
function wholeNames(a: readonly NameWord[], b: readonly NameWord[]): number {
  if (a.length === b.length && a.length > 1) return 0;
  if (a.some(({ initial }) => initial) || b.some(({ initial }) => initial)) return 0;
  const joined = (words: readonly NameWord[]) => {
    const start = words.slice(0, -1).map(({ keys }) => keys[0] ?? '');
    return (words.at(-1)?.keys ?? []).map((last) => [...start, last].join(''));
  };
  return best(joined(a), joined(b));
}

function byWords(fewer: readonly NameWord[], more: readonly NameWord[]): number {
  const left = [...more];
  let sum = 0;
  for (const word of fewer) {
    const scores = left.map((candidate) => wordSimilarity(word, candidate));
    const highest = Math.max(...scores);
    if (highest < SAME_WORD) return highest / 2;
    left.splice(scores.indexOf(highest), 1);
    sum += highest;
  }
  const mean = sum / fewer.length;
  if (left.length === 0) return mean;
  if (fewer.length === 1) return mean * ONE_WORD_OF_SEVERAL;
  return mean * 0.96 ** left.length;
}

function wordSimilarity(a: NameWord, b: NameWord): number {
  if (a.initial || b.initial) return a.keys[0]?.[0] === b.keys[0]?.[0] ? INITIAL : 0;
  const others = compared.get(a) ?? new Map<NameWord, number>();
  compared.set(a, others);
  const before = others.get(b);
  if (before !== undefined) return before;
  const similarity = best(a.keys, b.keys);
  others.set(b, similarity);
  return similarity;
}

function best(a: readonly string[], b: readonly string[]): number {
  let highest = 0;
  for (const one of a)
    for (const other of b) {
      const length = Math.max(one.length, other.length, 1);
      // Of a short name the vowels are half.
      const strictness = length <= 3 ? 2 : 1;
      highest = Math.max(highest, 1 - (strictness * distance(one, other)) / length);
    }
  return highest;
}

const VOWEL = /[aeiou]/;
const VOWEL_STEP = 0.35;

/** Edit distance in which vowels weigh little, as transliterations disagree about them. */
function distance(a: string, b: string): number {
  let previous = [0];
  for (let j = 1; j <= b.length; j++) previous[j] = (previous[j - 1] ?? 0) + weight(b[j - 1] ?? '');
  for (let i = 1; i <= a.length; i++) {
    const letter = a[i - 1] ?? '';
    const row = [(previous[0] ?? 0) + weight(letter)];
    for (let j = 1; j <= b.length; j++) {
      const other = b[j - 1] ?? '';
      row[j] = Math.min(
        (previous[j - 1] ?? 0) + exchange(letter, other),
        (previous[j] ?? 0) + weight(letter),
        (row[j - 1] ?? 0) + weight(other),
      );
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

const weight = (letter: string) => (VOWEL.test(letter) ? VOWEL_STEP : letter === 'h' ? 0.5 : 1);

/** Sounds that one script or the other writes with either letter. */
const NEAR = new Set(['uv', 'hg', 'jc', 'js', 'sc', 'sz', 'vf', 'kg', 'pb', 'td', 'jz', 'ks', 'ji', 'hk']);

function exchange(a: string, b: string): number {
  if (a === b) return 0;
  if (VOWEL.test(a) && VOWEL.test(b)) return VOWEL_STEP;
  return NEAR.has(a + b) || NEAR.has(b + a) ? 0.5 : 1;
}
