import type { Format } from '../format.ts';

/**
 * A web page in one file, which plays: a click on a turn plays the recording from there, which lies beside or inside. It works without
 * a network, holds no script but its own, and a reader can open the recording from elsewhere if it does not lie beside.
 */
export const html: Format = {
  id: 'html',
  extensions: ['html'],
  labelKey: 'format.html',
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
  options: ['times', 'speakers', 'inlines', 'headHash', 'language', 'media'],
  previewedAs: 'txt',
  write: async (document, options, sources) =>
    (await import('./write-html.ts')).writeHtml(document, options, sources),
};
