import type { Format } from './format.ts';

/**
 * oTranscribe (https://github.com/oTranscribe/oTranscribe): JSON whose `text` is HTML with timestamps as
 * `<span class="timestamp" data-timestamp="SECONDS">`. A paragraph is a turn, written as in plain text.
 */
export const otr: Format = {
  id: 'otr',
  extensions: ['otr'],
  labelKey: 'format.otr',
  keeps: {
    turnStart: true,
    turnEnd: false,
    wholeTurns: true,
    speakerName: true,
    speakerDetails: false,
    status: false,
    timestamps: true,
    tags: true,
    recordingData: false,
    timeStepMs: 1,
  },
  options: ['times', 'speakers', 'inlines', 'language'],
  recognises: (head) =>
    /^\{\s*"text"\s*:\s*"\s*(?:<|\\u003c)(?:p|span|br|div|b|i)\b/i.test(head) ||
    /^\{[^{]*"media-time"\s*:/.test(head),
  read: async (bytes, context) => (await import('./otranscribe.ts')).readOtr(bytes, context),
  write: async (document, options) => (await import('./otranscribe.ts')).writeOtr(document, options),
};
