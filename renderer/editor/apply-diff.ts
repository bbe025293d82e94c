import { type Editor, Transforms } from 'slate';
import type { TurnId } from '../../shared/model/ids.ts';
import { byOrder, type TranscriptDiff } from '../../shared/model/transcript-diff.ts';
import { elementOf, turnElements } from './slate-turns.ts';
import { indexOfTurn } from './verbs/current-turn.ts';

/** Applies a diff to the turns in the editor; `orderOf` tells the places of those that it does not name. */
export function applyDiff(
  editor: Editor,
  { put, remove }: TranscriptDiff,
  orderOf: (id: TurnId) => string | undefined,
): void {
  for (const id of [...remove, ...put.map((turn) => turn.id)]) {
    const index = indexOfTurn(editor, id);
    if (index !== null) Transforms.removeNodes(editor, { at: [index] });
  }
  const placed = new Map(put.map((turn) => [turn.id, turn.order]));
  let from = 0;
  for (const turn of [...put].sort(byOrder)) {
    const rest = turnElements(editor).slice(from);
    const behind = rest.findIndex(({ id }) => (placed.get(id) ?? orderOf(id) ?? '') > turn.order);
    const index = behind < 0 ? editor.children.length : from + behind;
    Transforms.insertNodes(editor, elementOf(turn), { at: [index], select: false });
    from = index + 1;
  }
}
