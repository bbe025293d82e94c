/** The span of a turn, milliseconds; null means "not set". */
export interface Times {
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** Returns the times of an element or a turn, with null for what is absent. */
export function timesOf(turn: { startMs?: number | null; endMs?: number | null }): Times {
  return { startMs: turn.startMs ?? null, endMs: turn.endMs ?? null };
}

/** Returns whether the playhead may be where a turn is cut: behind its start, as far as known, before its end. */
function cuts({ startMs, endMs }: Times, playheadMs: number): boolean {
  return (startMs === null || playheadMs > startMs) && (endMs === null || playheadMs < endMs);
}

/**
 * Returns the times of the two halves of a turn. They meet at the playhead where it lies within the turn; else at
 * the caret's share of the text (`share`, 0 to 1) where both ends are known; else the moment stays open.
 */
export function splitTimes(turn: Times, playheadMs: number | null, share: number): readonly [Times, Times] {
  const { startMs, endMs } = turn;
  let meetMs: number | null = null;
  if (playheadMs !== null && cuts(turn, playheadMs)) meetMs = playheadMs;
  else if (startMs !== null && endMs !== null) meetMs = Math.round(startMs + share * (endMs - startMs));
  return [
    { startMs, endMs: meetMs },
    { startMs: meetMs, endMs },
  ];
}

/**
 * Returns the times of a turn and of the empty turn added behind it. A playhead within the turn cuts it; behind
 * its end, the new turn starts at the playhead and the pause between belongs to nobody; elsewhere, nothing tells
 * when the new turn starts.
 */
export function appendTimes(turn: Times, playheadMs: number | null): readonly [Times, Times] {
  if (playheadMs !== null && cuts(turn, playheadMs)) return splitTimes(turn, playheadMs, 1);
  const behind = playheadMs !== null && turn.endMs !== null && playheadMs >= turn.endMs;
  return [turn, { startMs: behind ? playheadMs : null, endMs: null }];
}

/**
 * Returns the times of two turns made one. Turns that touch give up the moment where they met, which takes back a
 * split exactly; turns that do not keep the outermost times that are known, the first turn's where they clash.
 */
export function joinTimes(first: Times, second: Times): Times {
  if (first.endMs !== null && first.endMs === second.startMs)
    return { startMs: first.startMs, endMs: second.endMs };
  const starts = [first.startMs, second.startMs].filter((start) => start !== null);
  const ends = [first.endMs, second.endMs].filter((end) => end !== null);
  const startMs = starts.length > 0 ? Math.min(...starts) : null;
  const endMs = ends.length > 0 ? Math.max(...ends) : null;
  return startMs !== null && endMs !== null && endMs < startMs ? first : { startMs, endMs };
}
