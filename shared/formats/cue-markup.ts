import { joinPieces } from './cue-text.ts';
import type { Reading } from './reading.ts';

/** The line between a cue's times, in SubRip's and WebVTT's manner; WebVTT's settings may follow. */
export const TIME_LINE = /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)(?:\s.*)?$/;

/** Returns the lines of a cue as running text; lines that each begin with a dash are several people's and stay. */
export function joinLines(lines: readonly string[]): string {
  const words = lines.map((line) => line.trim()).filter((line) => line !== '');
  const dialogue = words.length > 1 && words.every((line) => /^[-–—]\s*\S/.test(line));
  return dialogue ? words.join('\n') : words.reduce(joinPieces, '');
}

/** Returns SubRip text without `<i>`, `<font …>` and `{\an8}`; the reading notes what was left out. */
export function withoutMarkup(text: string, reading: Reading, line: number): string {
  return text.replace(
    /<\/?([biu]|s|font|c|v|ruby|rt)(?:[\s.][^<>]*)?>|\{\\([a-z]+)[^{}]*\}/gi,
    (_, tag, code) => {
      reading.warnOnce('unknown-markup', line, tag ? `<${tag}>` : `{\\${code}}`);
      return '';
    },
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  quot: '"',
  apos: "'",
};

/** Returns the text with HTML's named and numbered characters in their place; unknown ones stay as written. */
export function unescapeText(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}

/** Returns text that WebVTT shows as it is. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
