import { Editor, Node, type Path, type Point, Range, Text, Transforms } from 'slate';
import type { AnnotationId } from '../../shared/model/ids.ts';
import type { AnchoredText } from './slate-types.ts';
import { commonAnnotations } from './verbs/anchors.ts';

export interface AnchorParts {
  /**
   * The text at the caret, when what was typed went into another: the browser may have put it here first. Whoever shows
   * the text puts that right and sets null.
   */
  strayed: AnchoredText | null;
}

/**
 * Keeps annotations on their words while these are typed in. What is typed inside an anchor belongs to it. What is typed
 * at its edge belongs to it as long as it goes on with the same word. What replaces selected text takes over the
 * annotations that stood on all of it. An anchor without text is none.
 */
export function withAnchors<T extends Editor>(base: T): T & AnchorParts {
  const editor = Object.assign(base, { strayed: null } as AnchorParts);
  const { insertText, normalizeNode } = editor;

  editor.insertText = (text, options) => {
    const { selection } = editor;
    const insert = () => insertText(text, options);
    if (!selection || options?.at || text === '') {
      insert();
      return;
    }
    if (Range.isCollapsed(selection)) {
      insertAt(editor, text, [], insert);
      return;
    }
    const replaced = commonAnnotations(editor, selection);
    const start = Editor.pointRef(editor, Range.start(selection), { affinity: 'backward' });
    Transforms.delete(editor);
    const caret = start.unref();
    if (caret) Transforms.select(editor, caret);
    insertAt(editor, text, replaced, insert);
  };

  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry;
    if (Text.isText(node) && node.text === '' && node.annotations)
      Transforms.unsetNodes<AnchoredText>(editor, 'annotations', { at: path });
    else normalizeNode(entry, options);
  };

  return editor;
}

/** Inserts text at the caret with the annotations that belong there. */
export function insertAnchored(editor: Editor, text: string): void {
  insertAt(editor, text, [], () => Transforms.insertText(editor, text));
}

function insertAt(editor: Editor, text: string, besides: readonly AnnotationId[], insert: () => void): void {
  const point = editor.selection?.anchor;
  const place = point && placeOf(editor, point);
  // In the midst of a run, which is nearly always, nothing has to be decided.
  if (!place && besides.length === 0) {
    insert();
    return;
  }
  const there = place ? annotationsAt(place, text) : annotationsAround(editor);
  insertRun(editor, text, [...there, ...besides], insert);
}

/** Inserts text at the caret with these annotations and no others. */
export function insertRun(
  editor: Editor,
  text: string,
  annotations: readonly AnnotationId[],
  insert: () => void = () => Transforms.insertText(editor, text),
): void {
  const point = editor.selection?.anchor;
  if (!point || text === '') return;
  const here = Node.get(editor, point.path);
  const wanted = [...new Set(annotations)].sort();
  const has = (run: AnchoredText) => (run.annotations ?? []).join() === wanted.join();
  if (!Text.isText(here) || point.path.length !== 2 || has(here)) {
    insert();
    return;
  }
  (editor as Editor & Partial<AnchorParts>).strayed = here;
  const place = placeOf(editor, point);
  const side = [place?.before, place?.after].find((each) => each && has(each.node));
  if (side) {
    Transforms.select(editor, side.point);
    insert();
  } else {
    const run: AnchoredText = wanted.length > 0 ? { text, annotations: wanted } : { text };
    Transforms.insertNodes(editor, run, { at: point, select: true });
  }
}

/** Returns the annotations that the caret stands inside of. */
export function annotationsAround(editor: Editor): readonly AnnotationId[] {
  const point = editor.selection?.anchor;
  if (!point) return NONE;
  const place = placeOf(editor, point);
  if (place) return place.left.filter((id) => place.right.includes(id));
  const here = Node.get(editor, point.path);
  return (Text.isText(here) && here.annotations) || NONE;
}

interface Side {
  readonly node: AnchoredText;
  readonly point: Point;
}

/** A caret at the edge of a run of text, and what is beside it. */
interface Place {
  /** Runs right beside that of the caret, where text can go as well. */
  readonly before: Side | null;
  readonly after: Side | null;
  /** Annotations of the nearest text on each side, whatever stands between. */
  readonly left: readonly AnnotationId[];
  readonly right: readonly AnnotationId[];
  /** The letters right beside the caret; '' where there are none. */
  readonly leftLetter: string;
  readonly rightLetter: string;
}

const NONE: readonly AnnotationId[] = [];
const lastLetter = (text: string) => [...text.slice(-2)].at(-1) ?? '';
const firstLetter = (text: string) => [...text.slice(0, 2)][0] ?? '';

/** Returns where a caret stands, or null when all text around it has the same annotations. */
function placeOf(editor: Editor, { path, offset }: Point): Place | null {
  const here = Node.get(editor, path);
  if (!Text.isText(here) || path.length !== 2) return null;
  const atStart = offset === 0;
  const atEnd = offset === here.text.length;
  if (!atStart && !atEnd) return null;
  const turn = Node.parent(editor, path);
  const index = path[1] ?? 0;
  const sideAt = (at: number, edge: 'start' | 'end'): Side | null => {
    const node = turn.children[at];
    if (!node || !Text.isText(node)) return null;
    const siblingPath: Path = [path[0] ?? 0, at];
    return { node, point: { path: siblingPath, offset: edge === 'start' ? 0 : node.text.length } };
  };
  const before = atStart ? sideAt(index - 1, 'end') : null;
  const after = atEnd ? sideAt(index + 1, 'start') : null;
  const nearest = (step: 1 | -1): AnchoredText | null => {
    for (let at = index + step; at >= 0 && at < turn.children.length; at += step) {
      const node = turn.children[at];
      if (node && Text.isText(node) && node.text !== '') return node;
    }
    return null;
  };
  const leftRun = atStart ? nearest(-1) : here;
  const rightRun = atEnd ? nearest(1) : here;
  const [left, right] = [leftRun?.annotations ?? NONE, rightRun?.annotations ?? NONE];
  if (left.length === 0 && right.length === 0 && !here.annotations) return null;
  return {
    before,
    after,
    left,
    right,
    leftLetter: lastLetter(atStart ? (before?.node.text ?? '') : here.text),
    rightLetter: firstLetter(atEnd ? (after?.node.text ?? '') : here.text),
  };
}

const isOfWord = (letter: string) => /[\p{L}\p{N}\p{M}]/u.test(letter);

function annotationsAt(place: Place, text: string): readonly AnnotationId[] {
  const { left, right, leftLetter, rightLetter } = place;
  const endsWord = isOfWord(leftLetter) && isOfWord(firstLetter(text));
  const beginsWord = isOfWord(rightLetter) && isOfWord(lastLetter(text));
  return [
    ...left.filter((id) => endsWord || right.includes(id)),
    ...right.filter((id) => beginsWord && !left.includes(id)),
  ];
}
