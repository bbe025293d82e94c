import { Editor, Range, Transforms } from 'slate';
import { newId, type TurnId } from '../../../shared/model/ids.ts';
import type { Turn } from '../../../shared/model/turn.ts';
import { elementOf, isEmptyTurn, turnElements } from '../slate-turns.ts';
import { asOneStep } from './as-one-step.ts';
import { currentIndex, pointInText } from './current-turn.ts';
import { divideTurn } from './split-turn.ts';

/**
 * Inserts turns behind the one with the caret, or at the end, as copies with ids of their own; the caret goes to
 * the end of the last. An empty turn with the caret, or alone, gives way to them.
 */
export function insertTurns(editor: Editor, turns: readonly Turn[]): void {
  if (turns.length === 0) return;
  asOneStep(editor, () => insertBehind(editor, currentIndex(editor) ?? editor.children.length - 1, turns));
}

/** Inserts turns at the caret: between the halves of the turn that it stands in. Selected text is deleted first. */
export function insertTurnsAtCaret(editor: Editor, turns: readonly Turn[]): void {
  if (turns.length === 0) return;
  asOneStep(editor, () => {
    if (editor.selection && Range.isExpanded(editor.selection)) Transforms.delete(editor);
    if (!editor.selection) return;
    const point = pointInText(editor, editor.selection.anchor);
    const index = point.path[0] ?? 0;
    if (Editor.isEnd(editor, point, [index])) return insertBehind(editor, index, turns);
    if (Editor.isStart(editor, point, [index])) return place(editor, index, turns);
    divideTurn(editor, point, null);
    place(editor, index + 1, turns);
  });
}

function insertBehind(editor: Editor, index: number, turns: readonly Turn[]): void {
  const neighbour = turnElements(editor)[index];
  place(editor, index + 1, turns);
  if (neighbour && isEmptyTurn(neighbour)) Transforms.removeNodes(editor, { at: [index] });
}

function place(editor: Editor, index: number, turns: readonly Turn[]): void {
  const elements = turns.map((turn) => elementOf({ ...turn, id: newId<TurnId>() }));
  Transforms.insertNodes(editor, elements, { at: [index], select: false });
  Transforms.select(editor, Editor.end(editor, [index + elements.length - 1]));
}
