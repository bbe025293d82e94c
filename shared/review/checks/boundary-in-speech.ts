import type { Check, Problem, TurnFix } from '../check.ts';
import { nearestEdge, spanAt } from '../speech.ts';

/** A boundary this near to a pause is at it: neither ears nor measurements are finer. */
const AT_PAUSE_MS = 150;
/** A pause farther away than this is another one. */
const REACHABLE_MS = 1500;

/** A turn that begins or ends in the middle of a word or a sentence, by the sound. */
export const boundaryInSpeech: Check = {
  id: 'boundaryInSpeech',
  severity: 'notice',
  find({ turn, nextStartMs }, { speech }) {
    if (speech === null) return null;
    const cut = (edge: 'start' | 'end', ms: number | null): Problem | null => {
      const span = ms === null ? null : spanAt(speech, ms);
      if (ms === null || !span || ms - span.startMs <= AT_PAUSE_MS || span.endMs - ms <= AT_PAUSE_MS)
        return null;
      const to = nearestEdge(speech, ms);
      const fix: TurnFix = { kind: 'edge', id: turn.id, edge, ms: to };
      const keepsOrder =
        edge === 'start' ? to < (turn.endMs ?? Number.POSITIVE_INFINITY) : to > (turn.startMs ?? -1);
      return {
        values: { boundaryAt: ms },
        fix: keepsOrder && Math.abs(to - ms) <= REACHABLE_MS ? fix : null,
      };
    };
    // Where two turns touch, the boundary is told of once: by the second.
    return cut('start', turn.startMs) ?? (turn.endMs === nextStartMs ? null : cut('end', turn.endMs));
  },
};
