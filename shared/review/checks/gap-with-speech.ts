import type { Check } from '../check.ts';
import { speechWithin } from '../speech.ts';

/** Less is a breath, a cough or the end of a word. */
const SPOKEN_MS = 700;

/** Somebody speaks between the turns before and this one, and nothing is written down. */
export const gapWithSpeech: Check = {
  id: 'gapWithSpeech',
  severity: 'warning',
  find({ turn, reachMs }, { speech }) {
    if (speech === null || turn.startMs === null || reachMs === null || turn.startMs <= reachMs) return null;
    const spokenMs = speechWithin(speech, reachMs, turn.startMs);
    if (spokenMs < SPOKEN_MS) return null;
    return { values: { spokenMs, gapAt: reachMs }, fix: null };
  },
};
