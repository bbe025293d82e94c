import type { Editor } from 'slate';
import { turnElements } from '../slate-turns.ts';
import { type Times, timesOf } from '../turn-times.ts';
import { asOneStep } from './as-one-step.ts';
import { setTurn } from './set-turn.ts';

/** Sets both times of a turn, in whole milliseconds; reversed ones are put in order. */
export function setTimes(editor: Editor, index: number, { startMs, endMs }: Times): void {
  const known = [startMs, endMs].filter((time) => time !== null).map(wholeMs);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  asOneStep(editor, () =>
    setTurn(editor, index, {
      startMs: startMs === null ? null : endMs === null ? wholeMs(startMs) : low,
      endMs: endMs === null ? null : startMs === null ? wholeMs(endMs) : high,
    }),
  );
}

/** Says whether a neighbour may follow an edge that is moved. */
export type Follows = (index: number) => boolean;

const ALWAYS: Follows = () => true;

/**
 * Moves the start of a turn. The turn before it follows where they touched, if it may; an end that would lie before the
 * new start is no longer known.
 */
export function setStart(editor: Editor, index: number, ms: number, follows = ALWAYS): void {
  const startMs = wholeMs(ms);
  const turn = turnElements(editor)[index];
  const before = turnElements(editor)[index - 1];
  if (!turn) return;
  const touches = turn.startMs !== undefined && before?.endMs === turn.startMs && follows(index - 1);
  asOneStep(editor, () => {
    if (touches && startMs >= (before.startMs ?? 0)) setTurn(editor, index - 1, { endMs: startMs });
    setTurn(editor, index, { startMs, ...((turn.endMs ?? startMs) < startMs ? { endMs: null } : {}) });
  });
}

/** Moves the end of a turn, as `setStart` moves its start. */
export function setEnd(editor: Editor, index: number, ms: number, follows = ALWAYS): void {
  const endMs = wholeMs(ms);
  const turn = turnElements(editor)[index];
  const after = turnElements(editor)[index + 1];
  if (!turn) return;
  const touches = turn.endMs !== undefined && after?.startMs === turn.endMs && follows(index + 1);
  asOneStep(editor, () => {
    if (touches && endMs <= (after.endMs ?? endMs)) setTurn(editor, index + 1, { startMs: endMs });
    setTurn(editor, index, { endMs, ...((turn.startMs ?? endMs) > endMs ? { startMs: null } : {}) });
  });
}

/**
 * Moves the start of a turn by `deltaMs`, and with it the end of the turn before where they touch. It stops at
 * the neighbour's start, at the turn's own end, and at the start of the recording.
 */
export function nudgeStart(editor: Editor, index: number, deltaMs: number, follows = ALWAYS): void {
  const turn = turnElements(editor)[index];
  if (turn?.startMs === undefined) return;
  const before = timesOf(turnElements(editor)[index - 1] ?? {});
  const lowest = before.endMs === turn.startMs ? (before.startMs ?? 0) : 0;
  const wanted = Math.max(lowest, turn.startMs + deltaMs);
  setStart(editor, index, Math.min(wanted, turn.endMs ?? wanted), follows);
}

const wholeMs = (ms: number) => Math.max(0, Math.round(ms));
