import type { Check } from '../check.ts';

/** A speaker of whom the directory does not say what they are; told of once, at their first turn. */
export const noTitle: Check = {
  id: 'noTitle',
  severity: 'notice',
  find({ speaker, isFirstOfSpeaker }) {
    if (speaker === null || !isFirstOfSpeaker) return null;
    const isGiven = Object.values(speaker.title).some((text) => text?.trim());
    return isGiven ? null : { values: {}, fix: null };
  },
};
