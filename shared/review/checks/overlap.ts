import type { Check } from '../check.ts';

/** A speaker who begins a turn while an earlier turn of theirs still goes on. */
export const overlap: Check = {
  id: 'overlap',
  severity: 'error',
  find({ turn, ownBefore }) {
    const { startMs } = turn;
    if (startMs === null || ownBefore === null || ownBefore.endMs === null || ownBefore.endMs <= startMs)
      return null;
    // Two turns that do not overlap in time at all are out of order, which is a finding of its own.
    if (turn.endMs !== null && ownBefore.startMs !== null && turn.endMs <= ownBefore.startMs) return null;
    const canBeCut = (ownBefore.startMs ?? 0) < startMs;
    return {
      values: { overlapMs: Math.min(ownBefore.endMs, turn.endMs ?? ownBefore.endMs) - startMs },
      fix: canBeCut ? { kind: 'times', id: ownBefore.id, startMs: ownBefore.startMs, endMs: startMs } : null,
    };
  },
};
