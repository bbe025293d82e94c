import { Editor, Range } from 'slate';
import type { ReactEditor } from 'slate-react';
import type { Take } from '../../shared/bundle/takes.ts';
import { turnElements } from './slate-turns.ts';
import type { TurnElement } from './slate-types.ts';

/** Says whether a turn is for reading only: it starts outside the share that is this desk's. */
export function isOutside(take: Take | null, turn: Pick<TurnElement, 'startMs'> | undefined): boolean {
  if (!take || turn?.startMs === undefined) return false;
  return turn.startMs < take.startMs || turn.startMs >= take.endMs;
}

/**
 * Keeps typing, deleting and pasting within a take: what would touch a turn outside it does nothing, and `refuse` says so.
 * Every turn may be edited where there is no take.
 */
export function withTake<T extends ReactEditor>(editor: T, take: Take | null, refuse: () => void): T {
  if (!take) return editor;
  const { insertText, insertBreak, insertSoftBreak, insertData, insertFragment } = editor;
  const { deleteBackward, deleteForward, deleteFragment } = editor;

  /** Does the edit when all turns from the selection's first to its last are the desk's own, `more` of them beside. */
  const guarded = (edit: () => void, more: { before?: number; after?: number } = {}) => {
    const { selection } = editor;
    if (!selection) return edit();
    const [start, end] = Range.edges(selection);
    const first = Math.max(0, (start.path[0] ?? 0) - (more.before ?? 0));
    const last = (end.path[0] ?? 0) + (more.after ?? 0);
    const touched = turnElements(editor).slice(first, last + 1);
    if (touched.some((turn) => isOutside(take, turn))) refuse();
    else edit();
  };
  const caretAt = (edge: 'isStart' | 'isEnd') => {
    const { selection } = editor;
    if (!selection || Range.isExpanded(selection)) return false;
    return Editor[edge](editor, selection.anchor, [selection.anchor.path[0] ?? 0]);
  };

  editor.insertText = (text, options) => guarded(() => insertText(text, options));
  editor.insertBreak = () => guarded(insertBreak);
  editor.insertSoftBreak = () => guarded(insertSoftBreak);
  editor.insertData = (data) => guarded(() => insertData(data));
  editor.insertFragment = (fragment, options) => guarded(() => insertFragment(fragment, options));
  editor.deleteFragment = (options) => guarded(() => deleteFragment(options));
  editor.deleteBackward = (unit) =>
    guarded(() => deleteBackward(unit), { before: caretAt('isStart') ? 1 : 0 });
  editor.deleteForward = (unit) => guarded(() => deleteForward(unit), { after: caretAt('isEnd') ? 1 : 0 });
  return editor;
}
