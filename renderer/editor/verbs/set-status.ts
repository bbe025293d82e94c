import type { Editor } from 'slate';
import { turnElements } from '../slate-turns.ts';
import { asOneStep } from './as-one-step.ts';
import { setTurn } from './set-turn.ts';

/** Who checks, and when, ISO 8601 in UTC; '' for somebody who has not said their name. */
export interface Checker {
  readonly name: string;
  readonly at: string;
}

/** Says that somebody vouches for a turn; a flag and its note are settled by that. */
export function checkTurn(editor: Editor, index: number, { name, at }: Checker): void {
  const change = { status: 'checked', checkedBy: name || null, checkedAt: at, flagNote: null } as const;
  asOneStep(editor, () => setTurn(editor, index, change));
}

/** Says that a turn is doubtful, and why where `note` is not empty; nobody vouches for it then. */
export function flagTurn(editor: Editor, index: number, note: string): void {
  const change = { status: 'flagged', checkedBy: null, checkedAt: null, flagNote: note || null } as const;
  asOneStep(editor, () => setTurn(editor, index, change));
}

/** Takes a turn back to a draft that nobody has checked or flagged. */
export function clearStatus(editor: Editor, index: number): void {
  const change = { status: 'draft', checkedBy: null, checkedAt: null, flagNote: null } as const;
  asOneStep(editor, () => setTurn(editor, index, change));
}

/** Checks a turn, or takes the check back when it has one. */
export function toggleChecked(editor: Editor, index: number, checker: Checker): void {
  if (turnElements(editor)[index]?.status === 'checked') clearStatus(editor, index);
  else checkTurn(editor, index, checker);
}

/** Flags a turn, or takes the flag back when it has one. */
export function toggleFlagged(editor: Editor, index: number): void {
  if (turnElements(editor)[index]?.status === 'flagged') clearStatus(editor, index);
  else flagTurn(editor, index, '');
}
