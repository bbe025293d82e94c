import { rootElement } from '../file-head.ts';
import type { Format } from '../format.ts';

/**
 * EXMARaLDA's basic transcription (basic-transcription.dtd, version 1.4): a table of speakers, a common timeline, a
 * tier for each speaker. Events that follow one another without a gap are one turn, with a timestamp where they meet.
 * White space is one space.
 */
export const exb: Format = {
  id: 'exb',
  extensions: ['exb'],
  labelKey: 'format.exb',
  keeps: {
    turnStart: true,
    turnEnd: true,
    wholeTurns: true,
    speakerName: true,
    speakerDetails: true,
    status: false,
    timestamps: true,
    tags: true,
    recordingData: true,
    translations: 'written',
    timeStepMs: 1,
  },
  options: ['speakers', 'inlines', 'language'],
  recognises: (head) => rootElement(head) === 'basic-transcription',
  read: async (bytes, context) => (await import('./read-exb.ts')).readExb(bytes, context),
  write: async (document, options) => (await import('./write-exb.ts')).writeExb(document, options),
};
