import type { Inline } from '../model/turn.ts';
import type { ShownInline } from './inline-text.ts';

/** What is said from a moment of a turn on. */
export interface Piece {
  /** Null for the beginning of the turn. */
  readonly atMs: number | null;
  readonly inlines: readonly ShownInline[];
}

/**
 * Cuts what a turn shows at its timestamps, for formats that mark a moment between words. A timestamp that cannot come
 * back so stays where it is: one that does not `fit`, is out of order, or has no words and spaces on both sides.
 */
export function piecesOf(shown: readonly ShownInline[], fits: (atMs: number) => boolean): readonly Piece[] {
  const pieces: { atMs: number | null; inlines: ShownInline[] }[] = [{ atMs: null, inlines: [] }];
  let lastMs = -1;
  shown.forEach((inline, index) => {
    const { source } = inline;
    const between =
      isText(shown[index - 1], /\S\s+$/) && isText(shown[index + 1], /^\s+\S/) && source.type === 'timestamp';
    if (between && source.atMs > lastMs && fits(source.atMs)) {
      lastMs = source.atMs;
      pieces.push({ atMs: source.atMs, inlines: [] });
    } else pieces.at(-1)?.inlines.push(inline);
  });
  return pieces;
}

const isText = (inline: ShownInline | undefined, pattern: RegExp) =>
  inline?.type === 'text' && pattern.test(inline.text);

const SPACE: Inline = { type: 'text', text: ' ' };

/** Adds a timestamp between spaces to content, and then what was said from that moment on. */
export function addPiece(content: Inline[], atMs: number, piece: readonly Inline[]): void {
  content.push(SPACE, { type: 'timestamp', atMs }, SPACE, ...piece);
}

/** Returns the content with texts that stand side by side made one, and without empty ones. */
export function joinTexts(content: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.type !== 'text') joined.push(inline);
    else if (last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', text: last.text + inline.text };
    else if (inline.text !== '') joined.push(inline);
  }
  return joined;
}

/** Returns the content with every white space one space, and none at its ends. */
export function onOneLine(content: readonly Inline[]): readonly Inline[] {
  const lines = joinTexts(content).map((inline, index, all) => {
    if (inline.type !== 'text') return inline;
    const text = inline.text.replace(/\s+/g, ' ');
    const start = index === 0 ? text.trimStart() : text;
    return { ...inline, text: index === all.length - 1 ? start.trimEnd() : start };
  });
  return joinTexts(lines);
}
