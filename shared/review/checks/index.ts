import type { Check, CheckId } from '../check.ts';
import { boundaryFar } from './boundary-far.ts';
import { boundaryInSpeech } from './boundary-in-speech.ts';
import { emptyTurn } from './empty-turn.ts';
import { gapWithSpeech } from './gap-with-speech.ts';
import { longWithoutTimestamp } from './long-without-timestamp.ts';
import { noSpeaker } from './no-speaker.ts';
import { noTitle } from './no-title.ts';
import { openAnnotation } from './open-annotation.ts';
import { outOfOrder } from './out-of-order.ts';
import { overlap } from './overlap.ts';
import { readingSpeed } from './reading-speed.ts';
import { startAfterEnd } from './start-after-end.ts';

const BY_ID: Readonly<Record<CheckId, Check>> = {
  startAfterEnd,
  outOfOrder,
  overlap,
  noSpeaker,
  emptyTurn,
  gapWithSpeech,
  boundaryInSpeech,
  boundaryFar,
  readingSpeed,
  longWithoutTimestamp,
  openAnnotation,
  noTitle,
};

/** Every check, the gravest first. */
export const CHECKS: readonly Check[] = Object.values(BY_ID);

/** The checks of a translation: its times and speakers are those of the original, which has checks of its own. */
export const TRANSLATION_CHECKS: readonly Check[] = [readingSpeed, openAnnotation];
