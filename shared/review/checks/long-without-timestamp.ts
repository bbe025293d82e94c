import type { Check } from '../check.ts';

const MINUTE_MS = 60_000;

/** A long turn in which no moment is noted for minutes: a reader cannot find a sentence in the sound. */
export const longWithoutTimestamp: Check = {
  id: 'longWithoutTimestamp',
  severity: 'notice',
  find({ turn, nextStartMs }, { thresholds: { longMinutes } }) {
    const endMs = turn.endMs ?? nextStartMs;
    if (turn.startMs === null || endMs === null) return null;
    const { startMs } = turn;
    const moments = turn.content
      .flatMap((inline) => (inline.type === 'timestamp' ? [inline.atMs] : []))
      .filter((ms) => ms > startMs && ms < endMs)
      .sort((a, b) => a - b);
    let from = startMs;
    let longestMs = 0;
    let longestAt = startMs;
    for (const ms of [...moments, endMs]) {
      if (ms - from > longestMs) [longestMs, longestAt] = [ms - from, from];
      from = ms;
    }
    if (longestMs <= longMinutes * MINUTE_MS) return null;
    return { values: { minutes: Math.floor(longestMs / MINUTE_MS), fromAt: longestAt }, fix: null };
  },
};
