import { Editor, Node, type Operation } from 'slate';
import { HistoryEditor } from 'slate-history';
import { isMark, turnElements } from './slate-turns.ts';
import type { TurnElement } from './slate-types.ts';
import { setTurn, type TurnChange } from './verbs/set-turn.ts';

/** What is said of a turn itself; a status, a check or a mark on its words changes none of this. */
const OWN_PARTS = ['startMs', 'endMs', 'speakerId'];

/**
 * Lets a check fall when what was checked is changed: words, marks, times or speaker. The turn is a draft then, which
 * still knows who had checked it and when; undoing the change gives the check back with it. Notes who changed a turn.
 * `author`: the name in the settings, '' when there is none. `also`: what else an edit changes in what a turn says of
 * itself.
 */
export function withReview<T extends Editor & HistoryEditor>(
  editor: T,
  author: () => string,
  also: (turn: TurnElement) => TurnChange = () => ({}),
): T {
  const { apply } = editor;
  editor.apply = (op) => {
    // What is undone and redone brings back the very state that it was.
    if (HistoryEditor.isSaving(editor) === false) return apply(op);
    const touched = touchedTurns(editor, op);
    if (touched.length === 0) return apply(op);
    Editor.withoutNormalizing(editor, () => {
      const name = author();
      // Before the change: a run of typing is one step of undo only as long as its last change is typing.
      for (const index of touched) noteEdit(editor, index, name, also);
      apply(op.type === 'split_node' && op.path.length === 1 ? asHalf(editor, op) : op);
    });
  };
  return editor;
}

function noteEdit(
  editor: Editor,
  index: number,
  name: string,
  also: (turn: TurnElement) => TurnChange,
): void {
  const turn = turnElements(editor)[index];
  if (!turn) return;
  setTurn(editor, index, {
    ...(turn.status === 'checked' ? { status: 'draft' } : {}),
    ...(name === '' ? {} : { editedBy: name }),
    ...also(turn),
  });
}

/** The second half of a turn says of itself what the first says now, but for its own times and id. */
function asHalf(editor: Editor, op: Operation & { type: 'split_node' }): Operation {
  const { status, editedBy, translates } = turnElements(editor)[op.path[0] ?? 0] ?? {};
  const parts = { status, ...(editedBy ? { editedBy } : {}), ...(translates ? { translates } : {}) };
  return { ...op, properties: { ...op.properties, ...parts } };
}

/** Returns the places, before an operation, of the turns whose words, marks, times or speaker it changes. */
function touchedTurns(editor: Editor, op: Operation): readonly number[] {
  if (op.type === 'set_selection') return [];
  const [index = 0] = op.path;
  const isTurn = op.path.length === 1;
  switch (op.type) {
    case 'insert_text':
    case 'remove_text':
      return op.text === '' ? [] : [index];
    case 'insert_node':
    case 'remove_node':
      return isTurn || isNothing(op.node) ? [] : [index];
    case 'move_node':
      return isTurn ? [] : [...new Set([index, op.newPath[0] ?? 0])];
    case 'split_node':
      return isTurn ? [index] : [];
    case 'merge_node':
      return isTurn ? [index - 1] : [];
    case 'set_node':
      return changesOwnParts(editor, op) ? [index] : [];
    default:
      return [];
  }
}

const isNothing = (node: Node) => Node.isText(node) && node.text === '';

function changesOwnParts(editor: Editor, op: Operation & { type: 'set_node' }): boolean {
  if (op.path.length > 1) return isMark(Node.get(editor, op.path));
  return OWN_PARTS.some((key) => key in op.properties || key in op.newProperties);
}
