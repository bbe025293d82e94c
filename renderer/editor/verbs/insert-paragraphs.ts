import { Editor, Range, Transforms } from 'slate';
import { createTurn, textContent } from '../../../shared/model/turn.ts';
import { elementOf } from '../slate-turns.ts';
import { insertAnchored } from '../with-anchors.ts';
import { asOneStep } from './as-one-step.ts';
import { pointInText } from './current-turn.ts';
import { divideTurn } from './split-turn.ts';

/**
 * Inserts plain text at the caret: the first paragraph into its turn, each further one as a turn without speaker
 * or times, what stood behind the caret behind the last. Selected text is deleted first.
 */
export function insertParagraphs(editor: Editor, paragraphs: readonly string[]): void {
  const [first = '', ...rest] = paragraphs;
  asOneStep(editor, () => {
    if (editor.selection && Range.isExpanded(editor.selection)) Transforms.delete(editor);
    if (!editor.selection) return;
    Transforms.select(editor, pointInText(editor, editor.selection.anchor));
    insertAnchored(editor, first);
    if (rest.length === 0) return;
    const point = editor.selection.anchor;
    const index = point.path[0] ?? 0;
    const within = !Editor.isEnd(editor, point, [index]);
    if (within) divideTurn(editor, point, null);
    const last = within ? rest.pop() : undefined;
    const turns = rest.map((text) => elementOf(createTurn({ content: textContent(text) })));
    Transforms.insertNodes(editor, turns, { at: [index + 1], select: false });
    const end = index + turns.length + (within ? 1 : 0);
    Transforms.select(editor, within ? Editor.start(editor, [end]) : Editor.end(editor, [end]));
    if (last) insertAnchored(editor, last);
  });
}
