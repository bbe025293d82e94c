import { Editor, Node, type Point } from 'slate';
import type { TurnId } from '../../../shared/model/ids.ts';
import { isMark, turnElements } from '../slate-turns.ts';
import type { TurnElement } from '../slate-types.ts';

/** Returns the place of the turn with the caret, else null. */
export function currentIndex(editor: Editor): number | null {
  const index = editor.selection?.focus.path[0];
  return index !== undefined && index < editor.children.length ? index : null;
}

/** Returns the turn with the caret, else null. */
export function currentTurn(editor: Editor): TurnElement | null {
  return turnElements(editor)[currentIndex(editor) ?? -1] ?? null;
}

/** Returns the place of a turn, else null. */
export function indexOfTurn(editor: Editor, id: TurnId): number | null {
  const index = turnElements(editor).findIndex((turn) => turn.id === id);
  return index < 0 ? null : index;
}

/** Returns a point in the text of a turn: the given one, or behind the void that it lies in. */
export function pointInText(editor: Editor, point: Point): Point {
  const voidPath = point.path.slice(0, -1);
  if (!isMark(Node.get(editor, voidPath))) return point;
  return Editor.after(editor, voidPath) ?? Editor.end(editor, [point.path[0] ?? 0]);
}
