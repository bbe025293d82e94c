import { Editor, Node, type Path, Point, Range, Text, Transforms } from 'slate';
import type { AnnotationId } from '../../../shared/model/ids.ts';
import { turnElements } from '../slate-turns.ts';
import type { AnchoredText } from '../slate-types.ts';
import { asOneStep } from './as-one-step.ts';

/** Returns the runs of text in a range, first to last; those of voids are no text. */
function runsIn(editor: Editor, range: Range): [AnchoredText, Path][] {
  return [
    ...Editor.nodes(editor, { at: range, match: (node, path) => Text.isText(node) && path.length === 2 }),
  ].flatMap(([node, path]): [AnchoredText, Path][] => (Text.isText(node) ? [[node, path]] : []));
}

/** Returns the annotations that stand on all of the text in a range. */
export function commonAnnotations(editor: Editor, range: Range): readonly AnnotationId[] {
  const [start, end] = Range.edges(range);
  const runs = runsIn(editor, range).filter(
    ([{ text }, path]) =>
      text !== '' &&
      !Point.equals(end, { path, offset: 0 }) &&
      !Point.equals(start, { path, offset: text.length }),
  );
  const [first, ...rest] = runs.map(([{ annotations }]) => annotations ?? []);
  return (first ?? []).filter((id) => rest.every((ids) => ids.includes(id)));
}

function setAnnotations(editor: Editor, path: Path, ids: readonly AnnotationId[]): void {
  if (ids.length === 0) Transforms.unsetNodes<AnchoredText>(editor, 'annotations', { at: path });
  else Transforms.setNodes<AnchoredText>(editor, { annotations: [...ids].sort() }, { at: path });
}

/** Lets an annotation stand on the text in a range, as a step of its own. */
export function anchorTo(editor: Editor, id: AnnotationId, range: Range): void {
  asOneStep(editor, () => {
    const [start, end] = Range.edges(range);
    const whole = Editor.rangeRef(editor, { anchor: start, focus: end }, { affinity: 'inward' });
    for (const point of [end, start]) {
      const { text } = Node.leaf(editor, point.path);
      if (point.offset > 0 && point.offset < text.length)
        Transforms.splitNodes(editor, { at: point, match: Text.isText });
    }
    const at = whole.unref();
    if (!at) return;
    const [from, to] = Range.edges(at);
    for (const [{ text, annotations }, path] of runsIn(editor, at)) {
      const isOutside =
        text === '' ||
        Point.equals(to, { path, offset: 0 }) ||
        Point.equals(from, { path, offset: text.length }) ||
        annotations?.includes(id);
      if (!isOutside) setAnnotations(editor, path, [...(annotations ?? []), id]);
    }
  });
}

/** Takes an annotation off all text, as a step of its own. */
export function unanchor(editor: Editor, id: AnnotationId): void {
  asOneStep(editor, () => {
    for (const [{ annotations }, path] of anchorsOf(editor, id))
      setAnnotations(editor, path, annotations?.filter((each) => each !== id) ?? []);
  });
}

/** Returns the runs of text that an annotation stands on, first to last. */
export function anchorsOf(editor: Editor, id: AnnotationId): [AnchoredText, Path][] {
  return turnElements(editor).flatMap((turn, index) =>
    turn.children.flatMap((child, at): [AnchoredText, Path][] =>
      Text.isText(child) && child.annotations?.includes(id) ? [[child, [index, at]]] : [],
    ),
  );
}

/** Returns the text that an annotation stands on, from its first letter to its last, or null. */
export function anchorRange(editor: Editor, id: AnnotationId): Range | null {
  const runs = anchorsOf(editor, id);
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return null;
  return { anchor: { path: first[1], offset: 0 }, focus: { path: last[1], offset: last[0].text.length } };
}

/** Returns the annotations of the text at the caret, on either side of it. */
export function annotationsAtCaret(editor: Editor): readonly AnnotationId[] {
  const point = editor.selection?.focus;
  if (point?.path.length !== 2 || !Node.has(editor, point.path)) return NONE;
  const here = Node.get(editor, point.path);
  if (!Text.isText(here)) return NONE;
  const { children } = Node.parent(editor, point.path);
  const index = point.path[1] ?? 0;
  const beside =
    point.offset === 0
      ? children[index - 1]
      : point.offset === here.text.length
        ? children[index + 1]
        : undefined;
  const others = beside && Text.isText(beside) ? beside.annotations : undefined;
  if (!others) return here.annotations ?? NONE;
  return here.annotations ? [...new Set([...here.annotations, ...others])].sort() : others;
}
const NONE: readonly AnnotationId[] = [];

/** What is meant where nothing is selected: the word at the caret, or its sentence. */
export type AnnotatedUnit = 'word' | 'sentence';

const OF_WORD = /[\p{L}\p{N}\p{M}’'-]/u;

/**
 * Returns what a new annotation would stand on: the selected text without the spaces at its ends; where nothing is
 * selected the word or the sentence at the caret, else all words of its turn. Null where there is no text.
 */
export function rangeToAnnotate(editor: Editor, unit: AnnotatedUnit = 'word'): Range | null {
  const { selection } = editor;
  if (!selection) return null;
  const index = selection.focus.path[0] ?? 0;
  const turn: Range = { anchor: Editor.start(editor, [index]), focus: Editor.end(editor, [index]) };
  if (Range.isExpanded(selection)) return trimmed(editor, selection);
  const at = unit === 'word' ? wordAt(editor, selection.focus) : sentenceAt(editor, selection.focus);
  return at ?? trimmed(editor, turn);
}

/** A sign that ends a sentence, what closes behind it, and the space that follows. */
const SENTENCE_END = /[.!?…]+[»”"')\]]*\s+(?=[\p{Lu}\p{N}«“"–—-])/gu;

function sentenceAt(editor: Editor, point: Point): Range | null {
  const node = Node.get(editor, point.path);
  if (!Text.isText(node) || point.path.length !== 2) return null;
  const index = point.path[0] ?? 0;
  const start = Editor.start(editor, [index]);
  const caret = Editor.string(editor, { anchor: start, focus: point }).length;
  const text = Editor.string(editor, { anchor: start, focus: Editor.end(editor, [index]) });
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  const from = Math.max(0, ...ends.filter((end) => end <= caret));
  const to = ends.find((end) => end > caret) ?? text.length;
  return trimmed(editor, {
    anchor: moved(editor, point, from - caret),
    focus: moved(editor, point, to - caret),
  });
}

function wordAt(editor: Editor, point: Point): Range | null {
  const node = Node.get(editor, point.path);
  if (!Text.isText(node) || point.path.length !== 2) return null;
  const index = point.path[0] ?? 0;
  const before = Editor.string(editor, { anchor: Editor.start(editor, [index]), focus: point });
  const after = Editor.string(editor, { anchor: point, focus: Editor.end(editor, [index]) });
  let [left, right] = [0, 0];
  while (left < before.length && OF_WORD.test(before.at(-1 - left) ?? '')) left++;
  while (right < after.length && OF_WORD.test(after[right] ?? '')) right++;
  if (left + right === 0) return null;
  return { anchor: moved(editor, point, -left), focus: moved(editor, point, right) };
}

/** Returns the point that many letters of the turn's text away. */
function moved(editor: Editor, point: Point, letters: number): Point {
  const index = point.path[0] ?? 0;
  let place = letters + Editor.string(editor, { anchor: Editor.start(editor, [index]), focus: point }).length;
  let last = point;
  for (const [at, child] of (turnElements(editor)[index]?.children ?? []).entries()) {
    if (!Text.isText(child)) continue;
    last = { path: [index, at], offset: Math.min(place, child.text.length) };
    if (place <= child.text.length) return last;
    place -= child.text.length;
  }
  return last;
}

function trimmed(editor: Editor, range: Range): Range | null {
  const runs = runsIn(editor, range).flatMap(([{ text }, path]) => {
    const [start, end] = Range.edges(range);
    const from =
      Point.isBefore(start, { path, offset: 0 }) || start.path[0] !== path[0] || start.path[1] !== path[1]
        ? 0
        : start.offset;
    const to = end.path[0] === path[0] && end.path[1] === path[1] ? end.offset : text.length;
    const part = text.slice(from, to);
    if (part.trim() === '') return [];
    const lead = part.length - part.trimStart().length;
    return [{ path, from: from + lead, to: from + part.trimEnd().length }];
  });
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return null;
  return { anchor: { path: first.path, offset: first.from }, focus: { path: last.path, offset: last.to } };
}
