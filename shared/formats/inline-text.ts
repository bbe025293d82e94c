import { formatTime, parseTime } from '../model/time.ts';
import type { Inline } from '../model/turn.ts';
import type { ExportOptions } from './format.ts';
import { tagByLabel, tagLabel } from './labels.ts';

type InlineOptions = Pick<ExportOptions, 'inlines' | 'timeForm' | 'language'>;

/** A piece of a turn as a document shows it. */
export interface ShownInline {
  readonly type: Inline['type'];
  readonly text: string;
  readonly source: Inline;
}

/**
 * Returns the pieces of a turn as a document shows them: tags and timestamps in brackets, or left out with one of
 * the spaces around them. Lines end in `\n`; what no text file should hold (control characters, lone surrogates,
 * noncharacters) is gone.
 */
export function shownInlines(content: readonly Inline[], options: InlineOptions): readonly ShownInline[] {
  const shown: ShownInline[] = [];
  let spaced = true;
  let removed = false;
  for (const inline of content) {
    if (inline.type !== 'text' && !options.inlines) {
      removed = true;
      continue;
    }
    const text = plainText(bracketed(inline, options));
    const kept = removed && spaced ? text.replace(/^[ \t]+/, '') : text;
    if (kept === '') continue;
    shown.push({ type: inline.type, text: kept, source: inline });
    spaced = /\s$/.test(kept);
    removed = false;
  }
  return shown;
}

function bracketed(inline: Inline, { timeForm, language }: InlineOptions): string {
  if (inline.type === 'text') return inline.text;
  return `[${inline.type === 'tag' ? tagLabel(inline.tag, language) : formatTime(inline.atMs, timeForm)}]`;
}

/** Returns the words of a turn as a text format shows them. */
export const inlineText = (content: readonly Inline[], options: InlineOptions): string =>
  shownInlines(content, options)
    .map(({ text }) => text)
    .join('');

/** Returns the text with `\n` at line ends and without the characters that text files and XML cannot hold. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '');
}

/** Returns the text on one line, without white space at its ends. */
export const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim();

/**
 * Returns the inlines in a text: a label or time in brackets becomes a tag or timestamp, all else stays text.
 * Tags may also stand in parentheses, as stenographers write them.
 */
export function parseInlines(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let taken = 0;
  for (const match of text.matchAll(/\[([^[\]]{1,60})\]|\(([^()]{1,60})\)/g)) {
    const inline = parseBracket(match[1], match[2]);
    if (!inline) continue;
    if (match.index > taken) inlines.push({ type: 'text', text: text.slice(taken, match.index) });
    inlines.push(inline);
    taken = match.index + match[0].length;
  }
  if (taken < text.length) inlines.push({ type: 'text', text: text.slice(taken) });
  return inlines;
}

function parseBracket(square: string | undefined, round: string | undefined): Inline | null {
  const tag = tagByLabel(square ?? round ?? '');
  if (tag) return { type: 'tag', tag };
  const atMs = square?.includes(':') ? parseTime(square) : null;
  return atMs === null ? null : { type: 'timestamp', atMs };
}
