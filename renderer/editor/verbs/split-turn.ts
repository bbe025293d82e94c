import { Editor, type Point, Range, Transforms } from 'slate';
import { createTurn } from '../../../shared/model/turn.ts';
import { elementOf, isTurn, turnElements } from '../slate-turns.ts';
import { appendTimes, splitTimes, type Times, timesOf } from '../turn-times.ts';
import { asOneStep } from './as-one-step.ts';
import { pointInText } from './current-turn.ts';
import { setTurn } from './set-turn.ts';

/**
 * Ends the turn at the caret and the playhead; what follows becomes a turn that starts there and keeps speaker
 * and status. At the end of a turn the new one is empty and has no speaker yet, since a turn lasts until somebody
 * else speaks; at the start of a turn the empty one goes before it. Selected text is deleted first.
 */
export function splitTurn(editor: Editor, playheadMs: number | null): void {
  asOneStep(editor, () => {
    if (editor.selection && Range.isExpanded(editor.selection)) Transforms.delete(editor);
    if (!editor.selection) return;
    const point = pointInText(editor, editor.selection.anchor);
    const index = point.path[0] ?? 0;
    const turn = turnElements(editor)[index];
    if (!turn) return;
    if (Editor.isEnd(editor, point, [index])) {
      const [first, second] = appendTimes(timesOf(turn), playheadMs);
      setTurn(editor, index, first);
      insertEmptyTurn(editor, index + 1, second);
      Transforms.select(editor, Editor.start(editor, [index + 1]));
    } else if (Editor.isStart(editor, point, [index])) {
      const [first, second] = splitTimes(timesOf(turn), playheadMs, 0);
      setTurn(editor, index, second);
      insertEmptyTurn(editor, index, first);
    } else {
      divideTurn(editor, point, playheadMs);
    }
  });
}

/** Cuts a turn in two at a point inside it, and puts the caret at the start of the second. */
export function divideTurn(editor: Editor, point: Point, playheadMs: number | null): void {
  const index = point.path[0] ?? 0;
  const turn = turnElements(editor)[index];
  if (!turn) return;
  const [first, second] = splitTimes(timesOf(turn), playheadMs, textShare(editor, point));
  Transforms.splitNodes(editor, { at: point, match: isTurn, always: true });
  setTurn(editor, index, first);
  setTurn(editor, index + 1, second);
  Transforms.select(editor, Editor.start(editor, [index + 1]));
}

function insertEmptyTurn(editor: Editor, index: number, times: Times): void {
  Transforms.insertNodes(editor, elementOf(createTurn(times)), { at: [index], select: false });
}

/** Returns how much of its turn's text stands before a point, 0 to 1. */
function textShare(editor: Editor, point: Point): number {
  const turnPath = point.path.slice(0, 1);
  const length = Editor.string(editor, turnPath).length;
  const before = Editor.string(editor, { anchor: Editor.start(editor, turnPath), focus: point }).length;
  return length === 0 ? 0 : before / length;
}
