import { formatTime, parseTime } from '../model/time.ts';
import type { Inline } from '../model/turn.ts';
import type { ExportOptions } from './format.ts';
import { tagByLabel, tagLabel } from './labels.ts';

/**
 * Returns the words of a turn as a text format shows them: tags and timestamps in brackets, or left out with one
 * of the spaces around them. Lines end in `\n`; what no text file should hold (control characters, lone
 * surrogates, noncharacters) is gone.
 */
export function inlineText(
  content: readonly Inline[],
  { inlines, timeForm, language }: Pick<ExportOptions, 'inlines' | 'timeForm' | 'language'>,
): string {
  let text = '';
  let removed = false;
  for (const inline of content) {
    if (inline.type === 'text') {
      text += removed && /(^|\s)$/.test(text) ? inline.text.replace(/^[ \t]+/, '') : inline.text;
      removed = false;
    } else if (!inlines) {
      removed = true;
    } else {
      text += `[${inline.type === 'tag' ? tagLabel(inline.tag, language) : formatTime(inline.atMs, timeForm)}]`;
    }
  }
  return plainText(text);
}

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
