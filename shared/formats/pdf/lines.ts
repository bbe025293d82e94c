import bidiFactory from 'bidi-js';
import type { FontFile } from '../write-sources.ts';
import type { Fonts, Look } from './fonts.ts';

/** How a stretch of text looks. `size` in points. */
export interface TextStyle {
  readonly look: Look;
  readonly size: number;
  readonly colour: string;
  /** Points above the feet of the line. */
  readonly rise?: number;
  /** The named destination to which a click leads. */
  readonly goTo?: string;
}

export interface Span {
  readonly text: string;
  readonly style: TextStyle;
}

/** A word or what stands between words, in one font. */
export interface Piece {
  readonly text: string;
  readonly font: FontFile;
  readonly style: TextStyle;
  /** In points. */
  readonly width: number;
  readonly isSpace: boolean;
  readonly rightToLeft: boolean;
  /** The words, where they cannot be had back from the signs drawn: other order, or no sign. */
  readonly actual: string | null;
}

/** A line as it is seen, from left to right. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

export interface Paragraph {
  readonly lines: readonly Line[];
  /** Begins at the right margin. */
  readonly rightToLeft: boolean;
}

/** Returns the width of a text in points; null where the font cannot set these letters together. */
export type Measure = (text: string, font: FontFile, size: number) => number | null;

interface Chunk extends Piece {
  readonly level: number;
  /** A line may begin here. */
  readonly mayBreak: boolean;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const SPACE = '[\\t \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u205f\\u3000]';
const IDEOGRAPH = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const TOKEN = new RegExp(`${SPACE}+|${IDEOGRAPH}\\p{M}*|(?:(?!${SPACE}|${IDEOGRAPH}).)+`, 'gsu');
const IS_SPACE = new RegExp(`^${SPACE}`, 'u');
const IS_IDEOGRAPH = new RegExp(`^${IDEOGRAPH}`, 'u');
/** What no line begins with. */
const CLOSING = /^[、。，．：；！？）」』】〉》〕’”»)\]},.:;!?%…ー]/u;
/** What no line ends with. */
const OPENING = /[「『【〈《〔（‘“«([{]$/u;
const AFTER_DASH = /(?<=\p{L}[-–—/])(?=\p{L})/u;
const CLUSTERS = /\P{M}\p{M}*|\p{M}+/gu;

let bidi: ReturnType<typeof bidiFactory> | undefined;

/** Breaks a paragraph into lines of at most `width` points; a word that is longer is cut between letters. */
export function breakLines(spans: readonly Span[], width: number, fonts: Fonts, measure: Measure): Paragraph {
  const text = spans.map((span) => span.text).join('');
  const { levels, base } = levelsOf(text);
  const chunks = chunksOf(spans, levels, fonts, measure);
  const lines: Line[] = [];
  let line: Chunk[] = [];
  let used = 0;
  const finish = () => {
    while (line.at(-1)?.isSpace) line.pop();
    if (line.length > 0) lines.push(seen(line));
    line = [];
    used = 0;
  };
  for (const unit of unitsOf(chunks)) {
    const [first] = unit;
    if (!first) continue;
    const unitWidth = unit.reduce((sum, chunk) => sum + chunk.width, 0);
    if (used + unitWidth > width && line.length > 0 && !first.isSpace) finish();
    if (first.isSpace && line.length === 0 && lines.length > 0) continue;
    const fitting = unitWidth > width ? unit.flatMap((chunk) => lettersOf(chunk, measure)) : unit;
    for (const chunk of fitting) {
      if (used + chunk.width > width && line.length > 0 && !chunk.isSpace) finish();
      line.push(chunk);
      used += chunk.width;
    }
  }
  finish();
  return { lines, rightToLeft: base === 1 };
}

function levelsOf(text: string): { readonly levels: Uint8Array | null; readonly base: number } {
  if (!RIGHT_TO_LEFT.test(text)) return { levels: null, base: 0 };
  bidi ??= bidiFactory();
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  return { levels, base: (paragraphs[0]?.level ?? 0) % 2 };
}

function chunksOf(
  spans: readonly Span[],
  levels: Uint8Array | null,
  fonts: Fonts,
  measure: Measure,
): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  let before = '';
  for (const { text, style } of spans) {
    for (const token of text.matchAll(TOKEN)) {
      let at = start + token.index;
      for (const part of IS_SPACE.test(token[0]) ? [token[0]] : token[0].split(AFTER_DASH)) {
        const mayBreak = isBreakBetween(before, part);
        sameLevel(part, at, levels).forEach(({ text: piece, level }, index) => {
          const made = piecesOf(piece, level, style, fonts, measure);
          chunks.push(
            ...made.map((chunk, place) => ({ ...chunk, mayBreak: mayBreak && index === 0 && place === 0 })),
          );
        });
        before = part;
        at += part.length;
      }
    }
    start += text.length;
  }
  return chunks;
}

/** Tells whether a line may end after one token and the next begin with the other. */
function isBreakBetween(before: string, after: string): boolean {
  if (before === '') return false;
  if (IS_SPACE.test(before)) return true;
  if (CLOSING.test(after) || OPENING.test(before)) return false;
  if (IS_IDEOGRAPH.test(before) || IS_IDEOGRAPH.test(after)) return true;
  return /[-–—/]$/.test(before) && /^\p{L}/u.test(after);
}

function sameLevel(text: string, at: number, levels: Uint8Array | null) {
  if (!levels) return [{ text, level: 0 }];
  const parts: { text: string; level: number }[] = [];
  for (let index = 0; index < text.length; index++) {
    const level = levels[at + index] ?? 0;
    const last = parts.at(-1);
    if (last?.level === level) last.text += text[index];
    else parts.push({ text: text[index] ?? '', level });
  }
  return parts;
}

function piecesOf(text: string, level: number, style: TextStyle, fonts: Fonts, measure: Measure) {
  const isSpace = IS_SPACE.test(text);
  const rightToLeft = level % 2 === 1;
  const shown = isSpace ? ' '.repeat(text.length) : rightToLeft ? mirrored(text) : text;
  return fonts.runsOf(shown, style.look).flatMap(({ font, text: run, actual }) => {
    const looks = { style, level, isSpace, rightToLeft };
    const width = measure(run, font, style.size);
    if (width !== null) return [{ ...looks, text: run, font, width, actual }];
    return [...run].map((letter) => {
      const drawn =
        measure(letter, font, style.size) === null ? fonts.signFor(letter) : { text: letter, font };
      return { ...looks, ...drawn, width: measure(drawn.text, drawn.font, style.size) ?? 0, actual: letter };
    });
  });
}

/** Brackets look the other way where words run from right to left. */
const mirrored = (text: string) =>
  [...text].map((letter) => bidi?.getMirroredCharacter(letter) ?? letter).join('');

/** Groups what stays together on a line. */
function unitsOf(chunks: readonly Chunk[]): readonly (readonly Chunk[])[] {
  const units: Chunk[][] = [];
  for (const chunk of chunks) {
    const last = units.at(-1);
    if (last && !chunk.mayBreak && !chunk.isSpace) last.push(chunk);
    else units.push([chunk]);
  }
  return units;
}

function lettersOf(chunk: Chunk, measure: Measure): readonly Chunk[] {
  const letters = chunk.text.match(CLUSTERS) ?? [];
  return letters.map((text) => ({
    ...chunk,
    text,
    actual: chunk.actual === null ? null : text,
    width: measure(text, chunk.font, chunk.style.size) ?? 0,
  }));
}

/** Puts a line in the order of the eye: rule L2 of the Unicode Bidirectional Algorithm. */
function seen(line: readonly Chunk[]): Line {
  const pieces = [...line];
  const highest = Math.max(...line.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    let start = 0;
    while (start < pieces.length) {
      let end = start;
      while (end < pieces.length && (pieces[end]?.level ?? 0) >= level) end++;
      if (end > start) pieces.splice(start, end - start, ...pieces.slice(start, end).reverse());
      start = end + 1;
    }
  }
  return { pieces, width: line.reduce((sum, { width }) => sum + width, 0) };
}
