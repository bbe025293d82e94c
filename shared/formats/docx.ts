import type { Format } from './format.ts';

/** Word: real styles, a heading with the recording's data, the speakers with what they are, page numbers. */
export const docx: Format = {
  id: 'docx',
  extensions: ['docx'],
  labelKey: 'format.docx',
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
  // The libraries of Word are large, and wait until they are needed.
  read: async (bytes, context) => (await import('./read-docx.ts')).readDocx(bytes, context),
  write: async (document, options) => (await import('./write-docx.ts')).writeDocx(document, options),
};
