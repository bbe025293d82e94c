import { Node, type Path, type Point } from 'slate';
import type { Inline } from '../../../shared/model/turn.ts';
import type { TurnElement } from '../slate-types.ts';

/** Returns the text of a turn piece by piece: what stands between its timestamps and tags. */
export function piecesOf(content: readonly Inline[]): readonly string[] {
  const pieces = [''];
  for (const inline of content)
    if (inline.type === 'text') pieces[pieces.length - 1] += inline.text;
    else pieces.push('');
  return pieces;
}

/** A span of a piece that lies in one text of the editor. */
export interface TextSpan {
  readonly path: Path;
  readonly start: number;
  readonly end: number;
}

/** Returns the texts under a span of a piece, in order; none when the turn has no such piece any more. */
export function spansUnder(
  turn: TurnElement,
  index: number,
  { piece, start, end }: { readonly piece: number; readonly start: number; readonly end: number },
): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let at = 0;
  let offset = 0;
  for (const [child, node] of turn.children.entries()) {
    if (!Node.isText(node)) {
      at++;
      offset = 0;
    } else if (at === piece) {
      const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, node.text.length)];
      if (from < to) spans.push({ path: [index, child], start: from, end: to });
      offset += node.text.length;
    }
  }
  return spans;
}

/** Returns the ends of spans that follow each other, or null for none. */
export function edgesOf(spans: readonly TextSpan[]): { anchor: Point; focus: Point } | null {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return null;
  return {
    anchor: { path: [...first.path], offset: first.start },
    focus: { path: [...last.path], offset: last.end },
  };
}

/** Returns the piece and the place in it of a point in the text of a turn. */
export function placeOf(
  turn: TurnElement,
  point: Point,
): { readonly piece: number; readonly offset: number } {
  let piece = 0;
  let offset = 0;
  for (const [child, node] of turn.children.entries()) {
    if (child === point.path[1]) return { piece, offset: offset + point.offset };
    if (Node.isText(node)) offset += node.text.length;
    else {
      piece++;
      offset = 0;
    }
  }
  return { piece, offset };
}

/** Returns a span of the text of a turn, its timestamps and tags left out; null when the text is shorter. */
export function rangeOfLetters(
  turn: TurnElement,
  index: number,
  start: number,
  end: number,
): { anchor: Point; focus: Point } | null {
  const spans: TextSpan[] = [];
  let offset = 0;
  for (const [child, node] of turn.children.entries()) {
    if (!Node.isText(node)) continue;
    const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, node.text.length)];
    if (from < to) spans.push({ path: [index, child], start: from, end: to });
    offset += node.text.length;
  }
  return edgesOf(spans);
}
