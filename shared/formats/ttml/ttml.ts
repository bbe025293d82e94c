import { rootElement } from '../file-head.ts';
import type { Format } from '../format.ts';

/**
 * TTML in the text profile of IMSC 1.1 (https://www.w3.org/TR/ttml-imsc1.1/). Cues are cut as in SubRip, each with its
 * speaker as `ttm:agent`; identifiers, `turn12-1`, join them again. Overlaps stay. DAPT scripts, SMPTE timecode,
 * offsets and ticks are read too; DAPT is not written, since it wants whole turns where players want short cues.
 */
export const ttml: Format = {
  id: 'ttml',
  extensions: ['ttml', 'dfxp', 'itt'],
  labelKey: 'format.ttml',
  keeps: {
    turnStart: true,
    turnEnd: true,
    wholeTurns: true,
    speakerName: true,
    speakerDetails: false,
    status: false,
    timestamps: true,
    tags: true,
    recordingData: false,
    translations: 'written',
    timeStepMs: 1,
  },
  options: ['speakers', 'inlines', 'language', 'subtitle'],
  recognises: (head) => rootElement(head) === 'tt',
  read: async (bytes, context) => (await import('./read-ttml.ts')).readTtml(bytes, context),
  write: async (document, options) => (await import('./write-ttml.ts')).writeTtml(document, options),
};
