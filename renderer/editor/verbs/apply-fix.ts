import { type Editor, Transforms } from 'slate';
import type { TurnFix } from '../../../shared/review/check.ts';
import { turnElements } from '../slate-turns.ts';
import { asOneStep } from './as-one-step.ts';
import { indexOfTurn } from './current-turn.ts';
import { type Follows, setEnd, setStart, setTimes } from './set-times.ts';

/** Puts right what a check has found, as one step; nothing when the turn is gone. See `setStart` for `follows`. */
export function applyFix(editor: Editor, fix: TurnFix, follows?: Follows): void {
  const index = indexOfTurn(editor, fix.id);
  if (index === null) return;
  asOneStep(editor, () => {
    if (fix.kind === 'times') setTimes(editor, index, fix);
    else if (fix.kind === 'remove') Transforms.removeNodes(editor, { at: [index] });
    else if (fix.kind === 'move') moveByStart(editor, index);
    else if (fix.edge === 'start') setStart(editor, index, fix.ms, follows);
    else setEnd(editor, index, fix.ms, follows);
  });
}

/** Moves a turn before the first of the others that starts later; behind all of them when none does. */
function moveByStart(editor: Editor, index: number): void {
  const turns = turnElements(editor);
  const startMs = turns[index]?.startMs;
  if (startMs === undefined) return;
  const others = turns.filter((_, place) => place !== index);
  const behind = others.findIndex((turn) => turn.startMs !== undefined && turn.startMs > startMs);
  editor.apply({ type: 'move_node', path: [index], newPath: [behind < 0 ? others.length : behind] });
}
