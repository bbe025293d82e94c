import { type Editor, Node, Path, Range, Transforms } from 'slate';
import type { TagKind } from '../../../shared/model/turn.ts';
import type { TagElement, TimestampElement } from '../slate-types.ts';
import { asOneStep } from './as-one-step.ts';
import { pointInText } from './current-turn.ts';

/** Notes a moment, in milliseconds, at the caret; the caret goes behind it. Selected text stays. */
export function insertTimestamp(editor: Editor, atMs: number): void {
  insertMark(editor, { type: 'timestamp', atMs: Math.max(0, Math.round(atMs)), children: [{ text: '' }] });
}

/** Notes a sound or gap at the caret; the caret goes behind it. Selected text stays. */
export function insertTag(editor: Editor, tag: TagKind): void {
  insertMark(editor, { type: 'tag', tag, children: [{ text: '' }] });
}

/** Inserts an inline void at the end of the selection, as a step of its own. */
export function insertMark(editor: Editor, mark: TimestampElement | TagElement): void {
  const { selection } = editor;
  if (!selection) return;
  asOneStep(editor, () => {
    const { path, offset } = pointInText(editor, Range.end(selection));
    const { text, ...properties } = Node.leaf(editor, path);
    editor.apply({ type: 'split_node', path, position: Math.min(offset, text.length), properties });
    editor.apply({ type: 'insert_node', path: Path.next(path), node: mark });
    Transforms.select(editor, { path: Path.next(Path.next(path)), offset: 0 });
  });
}
