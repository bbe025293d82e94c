import { turnText } from '../../model/turn.ts';
import type { Check } from '../check.ts';

/** Words of which nobody knows who said them. */
export const noSpeaker: Check = {
  id: 'noSpeaker',
  severity: 'warning',
  find: ({ turn, speaker }) =>
    speaker === null && turnText(turn).trim() !== '' ? { values: {}, fix: null } : null,
};
