import { CONVENTIONS } from './lexicon/conventions.ts';
import type { Marked } from './quotation-marks.ts';
import { type Span, trimmed } from './span.ts';

const ABBREVIATION = new RegExp(
  `(?:^|[^\\p{L}])(?:${CONVENTIONS.flatMap(({ abbreviations }) => abbreviations).join('|')}|\\p{Lu})$`,
  'iu',
);
const END = /[.!?…]+[»”"’')\]]*(?=\s|$)/gu;
const INITIAL = /(?:^|[^\p{L}])\p{Lu}$/u;

/** Returns the paragraphs of a text. A line end within a sentence, as of text wrapped by hand, parts none. */
export function paragraphsOf(prose: string): readonly Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const { 0: ends, index } of prose.matchAll(/\s*\n\s*/gu)) {
    const wrapped =
      !/\n\s*\n/u.test(ends) &&
      /[\p{L}\p{N},;]$/u.test(prose.slice(Math.max(0, index - 1), index)) &&
      /^[\p{Ll}\p{N}]/u.test(prose.slice(index + ends.length)) &&
      ends.length < 8;
    if (wrapped) continue;
    paragraphs.push({ start, end: index });
    start = index + ends.length;
  }
  paragraphs.push({ start, end: prose.length });
  return paragraphs.map((span) => trimmed(prose, span)).filter((span) => span.end > span.start);
}

/** Returns the sentences of a paragraph. What stands between quotation marks is not cut. */
export function sentencesOf(prose: string, paragraph: Span, marked: readonly Marked[]): readonly Span[] {
  const outer = marked.filter(({ depth }) => depth === 0);
  const sentences: Span[] = [];
  let { start } = paragraph;
  const text = prose.slice(paragraph.start, paragraph.end);
  for (const { 0: signs, index } of text.matchAll(END)) {
    const at = paragraph.start + index;
    const end = at + signs.length;
    if (outer.some((span) => at > span.start && end < span.end)) continue;
    if (!endsSentence(prose, at, end, paragraph.end, signs)) continue;
    sentences.push({ start, end });
    start = end;
  }
  sentences.push({ start, end: paragraph.end });
  return sentences.map((span) => trimmed(prose, span)).filter((span) => span.end > span.start);
}

function endsSentence(prose: string, at: number, end: number, limit: number, signs: string): boolean {
  const next = prose.slice(end, Math.min(limit, end + 12)).trimStart();
  if (next === '') return true;
  if (/^[\p{Ll}]/u.test(next)) return false;
  if (signs.startsWith('.') && signs.length === 1) {
    const before = prose.slice(Math.max(0, at - 8), at);
    if (INITIAL.test(before)) return false;
    if (ABBREVIATION.test(before)) return /^[–—-]\s/u.test(next);
  }
  // A dash with a small letter behind it goes on with the sentence: «… . – деді».
  return !/^[–—-]\s*\p{Ll}/u.test(next);
}
