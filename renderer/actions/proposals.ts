import type { TimeSpan } from '../../shared/model/annotation.ts';
import { createTurn } from '../../shared/model/turn.ts';
import { nextProposal } from '../../shared/speech/next-proposal.ts';
import { snapToSpeech } from '../../shared/speech/snap.ts';
import { ports, useSession } from '../session.ts';
import { turnsNow } from './watch-turns.ts';

/** An edge further from speech than this is meant to be there. */
const SNAP_REACH_MS = 1500;

/** Returns the turn that would come after the one with the caret; null where there is none, or speech is not known. */
export function proposedNext(): TimeSpan | null {
  const { speech, currentTurnId } = useSession.getState();
  return speech && nextProposal(speech, turnsNow(), currentTurnId);
}

/** Puts the next proposed turn behind the one with the caret, or in place of it while it is empty, and plays it. */
export function acceptNextProposal(): void {
  const { playback, editor } = ports;
  const proposal = proposedNext();
  if (!editor || !proposal) return;
  editor.insertTurns([createTurn(proposal)], 'after-current');
  editor.focus();
  playback?.playSpan(proposal.startMs, proposal.endMs, false);
}

/** Moves the edges of the turn with the caret to where speech begins and ends beside them. */
export function snapCurrentTurn(): void {
  const { speech, currentTurnId } = useSession.getState();
  const turn = turnsNow().find(({ id }) => id === currentTurnId);
  if (!speech || !turn || turn.startMs === null) return;
  const startMs = snapToSpeech(speech, turn.startMs, 'start', SNAP_REACH_MS) ?? turn.startMs;
  const endMs =
    turn.endMs === null ? null : (snapToSpeech(speech, turn.endMs, 'end', SNAP_REACH_MS) ?? turn.endMs);
  if (endMs === null || endMs > startMs) ports.editor?.setTimes(turn.id, startMs, endMs);
}
