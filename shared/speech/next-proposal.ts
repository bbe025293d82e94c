import type { TurnId } from '../model/ids.ts';
import type { Turn } from '../model/turn.ts';
import { proposeTurns } from './propose-turns.ts';
import type { SpeechSpan } from './speech-spans.ts';

/** What is left of speech behind a turn is proposed when it lasts longer. */
const SHORTEST_REST_MS = 400;

/**
 * Returns when the turn would be that comes next: from the end of the turn `afterId` (of the last one, where that is
 * null) up to a longer pause, and before the next turn that has a time. Null where nobody speaks there.
 */
export function nextProposal(
  speech: readonly SpeechSpan[],
  turns: readonly Turn[],
  afterId: TurnId | null,
): SpeechSpan | null {
  const found = turns.findIndex(({ id }) => id === afterId);
  const at = found < 0 ? turns.length - 1 : found;
  const before = turns
    .slice(0, at + 1)
    .filter(({ startMs }) => startMs !== null)
    .at(-1);
  const untilMs =
    turns.slice(at + 1).find(({ startMs }) => startMs !== null)?.startMs ?? Number.POSITIVE_INFINITY;
  const fromMs = before ? (before.endMs ?? endOfOpen(speech, before.startMs ?? 0)) : 0;
  const free = speech
    .map(({ startMs, endMs }) => ({ startMs: Math.max(startMs, fromMs), endMs: Math.min(endMs, untilMs) }))
    .filter(({ startMs, endMs }) => endMs - startMs >= SHORTEST_REST_MS);
  const [next] = proposeTurns(free);
  return next?.startMs == null || next.endMs === null ? null : { startMs: next.startMs, endMs: next.endMs };
}

/** A turn without an end lasts as long as it would have been proposed. */
function endOfOpen(speech: readonly SpeechSpan[], startMs: number): number {
  const rest = speech
    .filter(({ endMs }) => endMs > startMs)
    .map((span) => ({ ...span, startMs: Math.max(span.startMs, startMs) }));
  return proposeTurns(rest)[0]?.endMs ?? startMs;
}
