import { createTurn, type Turn } from '../model/turn.ts';
import type { SpeechSpan } from './speech-spans.ts';

export interface ProposalOptions {
  /** A pause of this length begins a new turn. */
  readonly pauseMs: number;
  /** A turn that has grown this long ends at the next pause. */
  readonly longestMs: number;
}

export const PROPOSAL_OPTIONS: ProposalOptions = { pauseMs: 1200, longestMs: 60_000 };

/** Returns empty turns for an untyped recording: they begin and end with speech, and part at its longer pauses. */
export function proposeTurns(
  spans: readonly SpeechSpan[],
  { pauseMs, longestMs }: ProposalOptions = PROPOSAL_OPTIONS,
): readonly Turn[] {
  const turns: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of spans) {
    const last = turns.at(-1);
    const goesOn = last && startMs - last.endMs < pauseMs && endMs - last.startMs <= longestMs;
    if (goesOn) last.endMs = endMs;
    else turns.push({ startMs, endMs });
  }
  return turns.map((times) => createTurn(times));
}
