import type { Check } from '../check.ts';

/** A turn that starts before the one above it. */
export const outOfOrder: Check = {
  id: 'outOfOrder',
  severity: 'error',
  find({ turn: { id, startMs }, previousStartMs }) {
    if (startMs === null || previousStartMs === null || startMs >= previousStartMs) return null;
    return { values: { startAt: startMs, previousAt: previousStartMs }, fix: { kind: 'move', id } };
  },
};
