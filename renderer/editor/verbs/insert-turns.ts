import { Editor, Range, Transforms } from 'slate';
import { newId, type TurnId } from '../../../shared/model/ids.ts';
import type { Turn } from '../../../shared/model/turn.ts';
import type { TurnsPlace } from '../../ports.ts';
import { elementOf, isEmptyTurn, turnElements } from '../slate-turns.ts';
import { asOneStep } from './as-one-step.ts';
import { currentIndex, pointInText } from './current-turn.ts';
import { divideTurn } from './split-turn.ts';

/**
 * Inserts turns as copies with ids of their own; the caret goes to the end of the last. `after-current` is behind the
 * turn with the caret, or at the end; an empty turn there gives way to them. `instead` removes all that were there.
 */
export function insertTurns(
  editor: Editor,
  turns: readonly Turn[],
  where: TurnsPlace = 'after-current',
): void {
  if (turns.length === 0) return;
  const last = editor.children.length - 1;
  asOneStep(editor, () => {
    if (where !== 'instead')
      return insertBehind(editor, (where === 'after-current' ? currentIndex(editor) : null) ?? last, turns);
    place(editor, last + 1, turns);
    for (let index = last; index >= 0; index--) Transforms.removeNodes(editor, { at: [index] });
  });
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
