import { Editor, type Node, Transforms } from 'slate';
import { isEmptyTurn, turnElements } from '../slate-turns.ts';
import type { TurnElement } from '../slate-types.ts';
import { joinTimes, timesOf } from '../turn-times.ts';
import { asOneStep } from './as-one-step.ts';
import { setTurn, type TurnChange } from './set-turn.ts';

/**
 * Joins a turn to the one before it, which keeps its id, speaker and place; an empty turn gives way to the other.
 * The text is joined as it stands, so that merging takes back a split. Does nothing for the first turn.
 */
export function mergeTurns(editor: Editor, index: number): void {
  const first = turnElements(editor)[index - 1];
  const second = turnElements(editor)[index];
  if (!first || !second) return;
  asOneStep(editor, () => {
    const times = joinTimes(timesOf(first), timesOf(second));
    const speakerId = first.speakerId ?? second.speakerId ?? null;
    if (isEmptyTurn(second)) {
      const caretWasInside = editor.selection?.anchor.path[0] === index;
      Transforms.removeNodes(editor, { at: [index] });
      if (caretWasInside) Transforms.select(editor, Editor.end(editor, [index - 1]));
      setTurn(editor, index - 1, { ...times, speakerId });
    } else if (isEmptyTurn(first)) {
      const caretWasInside = editor.selection?.anchor.path[0] === index - 1;
      Transforms.removeNodes(editor, { at: [index - 1] });
      if (caretWasInside) Transforms.select(editor, Editor.start(editor, [index - 1]));
      setTurn(editor, index - 1, { ...times, speakerId: second.speakerId ?? speakerId });
    } else {
      appendTurn(editor, index);
      setTurn(editor, index - 1, { ...times, speakerId, ...joinedReview(first, second) });
    }
  });
}

/** Moves the content of a turn to the end of the one before it and removes the turn. */
export function appendTurn(editor: Editor, index: number): void {
  const first = turnElements(editor)[index - 1];
  const second = turnElements(editor)[index];
  if (!first || !second) return;
  const { children: _, ...properties } = second satisfies TurnElement;
  editor.apply({
    type: 'merge_node',
    path: [index],
    position: first.children.length,
    properties: properties as Partial<Node>,
  });
}

/**
 * A doubt about one half is a doubt about both. Nobody has checked the whole, but somebody may have checked a half:
 * that is not forgotten.
 */
function joinedReview(first: TurnElement, second: TurnElement): TurnChange {
  const notes = [first.flagNote, second.flagNote].filter(Boolean);
  const isFlagged = first.status === 'flagged' || second.status === 'flagged';
  if (isFlagged)
    return { status: 'flagged', flagNote: notes.join(' · ') || null, checkedBy: null, checkedAt: null };
  const { checkedBy, checkedAt } = first.checkedAt ? first : second;
  return { status: 'draft', checkedBy, checkedAt };
}
