import { isGiven } from '../../model/speaker.ts';
import type { Check } from '../check.ts';

/** A speaker of whom the directory does not say what they are; told of once, at their first turn. */
export const noTitle: Check = {
  id: 'noTitle',
  severity: 'notice',
  find({ speaker, isFirstOfSpeaker }) {
    if (speaker === null || !isFirstOfSpeaker) return null;
    const isKnown = [speaker, ...(speaker.posts ?? [])].some(({ title }) => isGiven(title));
    return isKnown ? null : { values: {}, fix: null };
  },
};
