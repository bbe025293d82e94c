import { rootElement } from '../file-head.ts';
import type { Format } from '../format.ts';

/**
 * Transcriber (trans-14.dtd): turns one after another without a gap, a `Sync` for each timestamp. Where people speak
 * over one another a turn has several speakers, and `Who` tells whose the words are; a speaker without words there
 * goes on with what was begun before. White space is one space.
 */
export const trs: Format = {
  id: 'trs',
  extensions: ['trs'],
  labelKey: 'format.trs',
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
    timeStepMs: 1,
  },
  options: ['speakers', 'inlines', 'language'],
  recognises: (head) => rootElement(head) === 'Trans',
  read: async (bytes, context) => (await import('./read-trs.ts')).readTrs(bytes, context),
  write: async (document, options) => (await import('./write-trs.ts')).writeTrs(document, options),
};
