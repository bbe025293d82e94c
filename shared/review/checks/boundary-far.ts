import type { Inline } from '../../model/turn.ts';
import type { Check } from '../check.ts';
import { speechBounds } from '../speech.ts';

/** Applause and the like at an edge of the turn: the edge is where that begins or ends. */
const isSound = (inline: Inline | undefined) => inline?.type === 'tag';

/** A turn that begins long before anybody speaks in it, or ends long after, and says of no other sound there. */
export const boundaryFar: Check = {
  id: 'boundaryFar',
  severity: 'notice',
  find({ turn }, { speech, thresholds: { farFromSpeechMs } }) {
    const { id, startMs, endMs, content } = turn;
    const told = content.filter((inline) => inline.type !== 'text' || inline.text.trim() !== '');
    const [first, last] = [told[0], told.at(-1)];
    if (speech === null || startMs === null || endMs === null || endMs <= startMs) return null;
    const spoken = speechBounds(speech, startMs, endMs);
    if (!spoken && isSound(first)) return null;
    if (!spoken) return { values: { farMs: endMs - startMs, boundaryAt: startMs }, fix: null };
    if (spoken.startMs - startMs > farFromSpeechMs && !isSound(first))
      return {
        values: { farMs: spoken.startMs - startMs, boundaryAt: startMs },
        fix: { kind: 'edge', id, edge: 'start', ms: spoken.startMs },
      };
    if (endMs - spoken.endMs > farFromSpeechMs && !isSound(last))
      return {
        values: { farMs: endMs - spoken.endMs, boundaryAt: endMs },
        fix: { kind: 'edge', id, edge: 'end', ms: spoken.endMs },
      };
    return null;
  },
};
