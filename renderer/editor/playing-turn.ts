import type { TurnElement } from './slate-types.ts';
import { timesOf } from './turn-times.ts';

/** Turns that have a start, in order of time, ready to be searched. */
export interface PlayingOrder {
  /** Where each turn stands in the transcript. */
  readonly places: readonly number[];
  readonly startsMs: readonly number[];
  readonly endsMs: readonly number[];
  /** The latest end of each turn and all before it: behind it, nothing that started earlier still goes on. */
  readonly latestEndsMs: readonly number[];
}

/** Returns the order in which turns are played. A turn without an end lasts until the next one starts. */
export function playingOrder(turns: readonly TurnElement[]): PlayingOrder {
  const timed = turns
    .map((turn, place) => ({ place, ...timesOf(turn) }))
    .filter((turn): turn is typeof turn & { startMs: number } => turn.startMs !== null)
    .sort((a, b) => a.startMs - b.startMs);
  const endsMs = timed.map(
    (turn, index) => turn.endMs ?? timed[index + 1]?.startMs ?? Number.POSITIVE_INFINITY,
  );
  let latest = 0;
  return {
    places: timed.map((turn) => turn.place),
    startsMs: timed.map((turn) => turn.startMs),
    endsMs,
    latestEndsMs: endsMs.map((end) => {
      latest = Math.max(latest, end);
      return latest;
    }),
  };
}

/** Returns the place of the turn in which a moment lies, the last to have started of several; null in a pause. */
export function turnAt(order: PlayingOrder, positionMs: number): number | null {
  let low = 0;
  let high = order.startsMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order.startsMs[middle] ?? 0) <= positionMs) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && (order.latestEndsMs[index] ?? 0) > positionMs; index--)
    if ((order.endsMs[index] ?? 0) > positionMs) return order.places[index] ?? null;
  return null;
}
