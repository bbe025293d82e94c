import type { Language } from '../../model/language.ts';
import { type NumberMention, numbersIn } from '../numbers/find-numbers.ts';
import type { Span } from '../span.ts';

/** A word, or a whole number, of a quotation or a transcript as they are compared. */
export interface MatchWord extends Span {
  /** Equal for words that differ in case, stress marks, ё, apostrophes and hyphens alone, and for equal numbers. */
  readonly key: string;
  /** Equal for most forms of one word. */
  readonly stem: string;
  readonly number: NumberMention | null;
  /** Written with a capital that no sentence's beginning explains. */
  readonly name: boolean;
  /** Words were left out before it: an ellipsis stands there. */
  readonly afterEllipsis: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-‑’'ʼ][\p{L}\p{M}\p{N}]+)*/gu;
const STEM_LENGTH = 5;
const ELLIPSIS = /…|\.{3}|[<[(]\s*(?:…|\.{2,3})\s*[>\])]/u;
const SENTENCE_END = /[.!?…:]\s*[«"“„(]?\s*(?:[–—]\s*)?$/u;

/** Returns the words of a text in its order, each number as one. */
export function matchWords(text: string, language: Language): readonly MatchWord[] {
  const numbers = numbersIn(text, language).filter(({ unit }) => unit !== 'month');
  const words: MatchWord[] = [];
  let last = 0;
  let number = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    while (number < numbers.length && (numbers[number]?.end ?? 0) <= index) number++;
    const within = numbers[number];
    const end = index + word.length;
    const between = text.slice(last, index);
    const afterEllipsis = words.length > 0 && ELLIPSIS.test(between);
    if (within && within.start < end && index < within.end) {
      const known = words.at(-1);
      if (known?.number === within) continue;
      if (within.start <= index) {
        const key = `#${within.value}${within.unit === 'percent' ? '%' : ''}`;
        words.push({
          start: within.start,
          end: Math.max(within.end, end),
          key,
          stem: key,
          number: within,
          name: false,
          afterEllipsis,
        });
        last = Math.max(within.end, end);
        continue;
      }
    }
    const key = foldedWord(word);
    const heads = words.length === 0 || SENTENCE_END.test(between);
    words.push({
      start: index,
      end,
      key,
      stem: key.slice(0, STEM_LENGTH),
      number: null,
      name: /^\p{Lu}/u.test(word) && !heads,
      afterEllipsis,
    });
    last = end;
  }
  return words;
}

const folded = new Map<string, string>();
const MOST_FOLDED = 50_000;

/** Returns a word as it is compared. */
export function foldedWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const key = fold(word);
  if (folded.size > MOST_FOLDED) folded.clear();
  folded.set(word, key);
  return key;
}

function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300\u0301]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[-‑’'ʼ]/gu, '');
}
