import type { Check } from '../check.ts';

/** A turn that ends before it starts, or at the very moment at which it starts. */
export const startAfterEnd: Check = {
  id: 'startAfterEnd',
  severity: 'error',
  find({ turn, nextStartMs }) {
    const { id, startMs, endMs } = turn;
    if (startMs === null || endMs === null || endMs > startMs) return null;
    const values = { startAt: startMs, endAt: endMs };
    if (endMs < startMs) return { values, fix: { kind: 'times', id, startMs: endMs, endMs: startMs } };
    const untilNext = nextStartMs !== null && nextStartMs > startMs ? nextStartMs : null;
    return { values, fix: { kind: 'times', id, startMs, endMs: untilNext } };
  },
};
