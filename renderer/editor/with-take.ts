import { Editor, Range } from 'slate';
import type { ReactEditor } from 'slate-react';
import { isInTake, type Take } from '../../shared/bundle/takes.ts';
import { turnElements } from './slate-turns.ts';
import type { TurnElement } from './slate-types.ts';

/** Says whether a turn is for reading only: it starts outside the share that is this desk's. */
export function isOutside(take: Take | null, turn: Pick<TurnElement, 'startMs'> | undefined): boolean {
  return turn?.startMs !== undefined && !isInTake(take, turn.startMs);
}

/** What of a transcript is this desk's to change. */
export interface TakeGuard {
  /** Whether the turn with this index is the desk's own. */
  isOwn(index: number): boolean;
  /** Whether all of these turns are; the person is told where one is not. */
  allows(indices: readonly number[]): boolean;
  /** Whether all turns that a range touches are; the person is told where one is not. */
  allowsRange(range: Range): boolean;
  /** Whether a moment is within the take; the person is told where it is not. */
  allowsTime(ms: number): boolean;
}

/** Returns the guard of an editor; `refuse` tells the person. Without a take everything may be changed. */
export function takeGuard(editor: Editor, take: Take | null, refuse: () => void): TakeGuard {
  const isOwn = (index: number) => !isOutside(take, turnElements(editor)[index]);
  const told = (allowed: boolean) => {
    if (!allowed) refuse();
    return allowed;
  };
  return {
    isOwn,
    allows: (indices) => told(indices.every(isOwn)),
    allowsRange: (range) => told(take === null || indicesOf(range).every(isOwn)),
    allowsTime: (startMs) => told(!isOutside(take, { startMs })),
  };
}

function indicesOf(range: Range): readonly number[] {
  const [first = 0, last = 0] = Range.edges(range).map(({ path }) => path[0]);
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

/**
 * Keeps typing, deleting and pasting within a take: what would touch a turn outside it does nothing, and the person is
 * told.
 */
export function withTake<T extends ReactEditor>(editor: T, guard: TakeGuard): T {
  const { insertText, insertBreak, insertSoftBreak, insertData, insertFragment } = editor;
  const { deleteBackward, deleteForward, deleteFragment } = editor;

  /** Does the edit when all turns from the selection's first to its last are the desk's own, and one beside them too. */
  const guarded = (edit: () => void, beside: -1 | 0 | 1 = 0) => {
    const { selection } = editor;
    if (!selection) return edit();
    const touched = indicesOf(selection);
    const next =
      beside === 0 ? [] : [(beside < 0 ? touched[0] : touched.at(-1)) ?? 0].map((at) => at + beside);
    if (guard.allows([...touched, ...next])) edit();
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
  editor.deleteBackward = (unit) => guarded(() => deleteBackward(unit), caretAt('isStart') ? -1 : 0);
  editor.deleteForward = (unit) => guarded(() => deleteForward(unit), caretAt('isEnd') ? 1 : 0);
  return editor;
}
