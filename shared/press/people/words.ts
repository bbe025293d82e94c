import type { Span } from '../span.ts';

export interface Word extends Span {
  readonly text: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-‑’'.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*\.?/gu;

/** Returns the words of a stretch of text, an initial with its full stop. */
export function wordsIn(text: string, span: Span): readonly Word[] {
  return [...text.slice(span.start, span.end).matchAll(WORD)].map(({ 0: found, index }) => {
    const word = /^\p{Lu}\.$/u.test(found) ? found : found.replace(/\.$/u, '');
    const start = span.start + index;
    return { text: word, start, end: start + word.length };
  });
}

export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/** ЕКПА, АҚШ, UNESCO. */
export const isAcronym = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{N}]+(?:-\p{Ll}+)?$/u.test(word);

export const scriptOf = (word: string): 'cyrillic' | 'latin' | 'other' =>
  /^\p{Script=Cyrillic}/u.test(word) ? 'cyrillic' : /^\p{Script=Latin}/u.test(word) ? 'latin' : 'other';

/** Returns the index of the last word that passes, or -1. */
export function lastIndex(words: readonly Word[], passes: (word: Word) => boolean): number {
  let index = words.length - 1;
  while (index >= 0 && !passes(words[index] as Word)) index--;
  return index;
}
