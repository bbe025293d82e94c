/** A part of a text as it is shown among results; `hit` is what the query found. */
export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
/** Letters that are shown before the first hit, and in all. */
const BEFORE = 50;
const LENGTH = 170;

/**
 * Returns the surroundings of the first word that is a hit, cut between words, with all hits in it marked; the
 * beginning of the text when nothing in it is one.
 */
export function snippetOf(text: string, isHit: (word: string) => boolean): readonly SnippetPart[] {
  const hits = [...text.matchAll(WORDS)].filter(([word]) => isHit(word));
  const first = hits[0]?.index ?? 0;
  const start = first <= BEFORE ? 0 : wordStart(text, first - BEFORE);
  const end = text.length - start <= LENGTH ? text.length : wordEnd(text, start + LENGTH);
  const parts: SnippetPart[] = [];
  const add = (part: string, hit: boolean) => {
    if (part !== '') parts.push({ text: part, hit });
  };
  let at = start;
  for (const { 0: word, index } of hits) {
    if (index + word.length > end) break;
    add(`${at === start && start > 0 ? '…' : ''}${text.slice(at, index)}`, false);
    add(word, true);
    at = index + word.length;
  }
  const head = at === start && start > 0 ? '…' : '';
  add(`${head}${text.slice(at, end)}${end < text.length ? '…' : ''}`, false);
  return parts;
}

/** Returns where the first word from a place on begins. */
function wordStart(text: string, place: number): number {
  const space = text.slice(place).search(/\s/u);
  return space < 0 ? place : place + space + 1;
}

/** Returns where the last whole word before a place ends. */
function wordEnd(text: string, place: number): number {
  const end = text.slice(0, place).search(/\s+\S*$/u);
  return end <= 0 ? place : end;
}
