import type { Check } from '../check.ts';
import { speechBounds } from '../speech.ts';

/** A turn that begins long before anybody speaks in it, or ends long after. */
export const boundaryFar: Check = {
  id: 'boundaryFar',
  severity: 'notice',
  find({ turn }, { speech, thresholds: { farFromSpeechMs } }) {
    const { id, startMs, endMs } = turn;
    if (speech === null || startMs === null || endMs === null || endMs <= startMs) return null;
    const spoken = speechBounds(speech, startMs, endMs);
    if (!spoken) return { values: { farMs: endMs - startMs, boundaryAt: startMs }, fix: null };
    if (spoken.startMs - startMs > farFromSpeechMs)
      return {
        values: { farMs: spoken.startMs - startMs, boundaryAt: startMs },
        fix: { kind: 'edge', id, edge: 'start', ms: spoken.startMs },
      };
    if (endMs - spoken.endMs > farFromSpeechMs)
      return {
        values: { farMs: endMs - spoken.endMs, boundaryAt: endMs },
        fix: { kind: 'edge', id, edge: 'end', ms: spoken.endMs },
      };
    return null;
  },
};
