import type { Format } from '../format.ts';

/** For print and archives: pages with numbers, bookmarks by speaker, fonts in the file. */
export const pdf: Format = {
  id: 'pdf',
  extensions: ['pdf'],
  labelKey: 'format.pdf',
  keeps: {
    turnStart: true,
    turnEnd: false,
    wholeTurns: true,
    speakerName: true,
    speakerDetails: true,
    status: false,
    timestamps: true,
    tags: true,
    recordingData: true,
    annotations: true,
    translations: 'written',
    timeStepMs: 1000,
  },
  options: ['times', 'timeForm', 'speakers', 'inlines', 'annotations', 'headHash', 'language'],
  previewedAs: 'txt',
  write: async (document, options, sources) =>
    (await import('./write-pdf.ts')).writePdf(document, options, sources),
};
