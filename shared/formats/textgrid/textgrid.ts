import type { Format } from '../format.ts';

/**
 * Praat's TextGrid, long and short (https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html): an interval
 * tier for each speaker, an interval for each turn, and "" for silence. An empty turn is silence to Praat. A turn
 * without times has its share of the gap that it stands in.
 */
export const textgrid: Format = {
  id: 'textgrid',
  extensions: ['TextGrid', 'textgrid'],
  labelKey: 'format.textgrid',
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
  options: ['speakers', 'inlines', 'language'],
  recognises: (head) =>
    /^File type\s*=\s*"ooTextFile(?: short)?"\s+(?:Object class\s*=\s*)?"TextGrid"/.test(head),
  read: async (bytes, context) => (await import('./read-textgrid.ts')).readTextGrid(bytes, context),
  write: async (document, options) => (await import('./write-textgrid.ts')).writeTextGrid(document, options),
};
