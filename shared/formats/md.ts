import type { Format } from './format.ts';

/**
 * Markdown (CommonMark): a heading and a list with the recording's data, then one paragraph a turn, whose first
 * line is `**Name** · 00:12:03`. `**—**` opens a turn whose speaker and time are not known.
 * A translation is a quotation under its turn, `> *Translation (ru):*`, and left out in reading.
 */
export const md: Format = {
  id: 'md',
  extensions: ['md', 'markdown'],
  labelKey: 'format.md',
  keeps: {
    turnStart: true,
    turnEnd: false,
    wholeTurns: true,
    speakerName: true,
    speakerDetails: false,
    status: false,
    timestamps: true,
    tags: true,
    recordingData: true,
    translations: 'written',
    timeStepMs: 1000,
  },
  options: ['times', 'timeForm', 'speakers', 'inlines', 'headHash', 'language'],
  read: async (bytes, context) => (await import('./markdown.ts')).readMarkdown(bytes, context),
  write: async (document, options) => (await import('./markdown.ts')).writeMarkdown(document, options),
};
