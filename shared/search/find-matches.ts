import { fold, foldText, originalSpan } from './fold.ts';

export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** Whether `text` is a regular expression of JavaScript, with its Unicode rules. */
  readonly regex: boolean;
}

/** A place that matches, in UTF-16 units of the text, and what would stand there instead. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** The regular expression cannot be read; the cause says why, in English. */
export class BadPattern extends Error {}

const WORD = /[\p{L}\p{M}\p{N}_]/u;

/** Returns whether neither a letter, a mark nor a digit stands right before or behind a span of a text. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = start === 0 ? '' : String.fromCodePoint(codePointBefore(text, start));
  const after = end >= text.length ? '' : String.fromCodePoint(text.codePointAt(end) ?? 0);
  return !WORD.test(before) && !WORD.test(after);
}

function codePointBefore(text: string, place: number): number {
  const unit = text.charCodeAt(place - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff && place > 1;
  return (isLow ? text.codePointAt(place - 2) : unit) ?? 0;
}

/**
 * Returns a search for the matches of a query in a text, in order, none over another. A replacement for a regular
 * expression may name what it matched: `$&`, `$1`, `$<name>`; `$$` is a dollar. Throws BadPattern.
 */
export function createFinder(query: FindQuery, replacement = ''): (text: string) => readonly Match[] {
  return query.regex ? patternFinder(query, replacement) : plainFinder(query, replacement);
}

function plainFinder(query: FindQuery, replacement: string): (text: string) => readonly Match[] {
  const { matchCase, wholeWord } = query;
  const wanted = foldText(query.text, matchCase);
  if (wanted === '') return () => [];
  return (text) => {
    const folded = fold(text, matchCase);
    const matches: Match[] = [];
    let from = 0;
    for (;;) {
      const at = folded.text.indexOf(wanted, from);
      if (at < 0) return matches;
      const span = originalSpan(folded, at, at + wanted.length, text.length);
      const fits = span !== null && (!wholeWord || standsAlone(text, span.start, span.end));
      if (fits) matches.push({ ...span, replacement });
      from = at + (fits ? wanted.length : 1);
    }
  };
}

function patternFinder(query: FindQuery, replacement: string): (text: string) => readonly Match[] {
  const { matchCase, wholeWord } = query;
  const pattern = compile(query.text.normalize('NFC'), matchCase ? 'gmu' : 'gimu');
  return (text) => {
    const composed = fold(text, true);
    const matches: Match[] = [];
    for (const found of composed.text.matchAll(pattern)) {
      if (found[0] === '') continue;
      const span = originalSpan(composed, found.index, found.index + found[0].length, text.length);
      if (span === null || (wholeWord && !standsAlone(text, span.start, span.end))) continue;
      matches.push({ ...span, replacement: expand(replacement, found) });
    }
    return matches;
  };
}

function compile(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    throw new BadPattern(String(error), { cause: error });
  }
}

function expand(template: string, found: RegExpMatchArray): string {
  return template.replace(/\$(\$|&|\d{1,2}|<([^>]*)>)/g, (whole, sign: string, name?: string) => {
    if (sign === '$') return '$';
    if (sign === '&') return found[0];
    if (name !== undefined) return found.groups?.[name] ?? (found.groups ? '' : whole);
    return Number(sign) > 0 && Number(sign) < found.length ? (found[Number(sign)] ?? '') : whole;
  });
}
