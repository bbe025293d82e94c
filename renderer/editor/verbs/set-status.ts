import type { Editor } from 'slate';
import type { TurnStatus } from '../../../shared/model/turn.ts';
import { turnElements } from '../slate-turns.ts';
import { asOneStep } from './as-one-step.ts';
import { setTurn } from './set-turn.ts';

/** Gives a turn a review status. */
export function setStatus(editor: Editor, index: number, status: TurnStatus): void {
  asOneStep(editor, () => setTurn(editor, index, { status }));
}

/** Gives a turn a review status, or takes it back to draft when it has it. */
export function toggleStatus(editor: Editor, index: number, status: TurnStatus): void {
  setStatus(editor, index, turnElements(editor)[index]?.status === status ? 'draft' : status);
}
