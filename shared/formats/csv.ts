import type { Format, FormatKeeps } from './format.ts';

/** A table holds of a speaker what is known in one language. */
export const TABLE_KEEPS: FormatKeeps = {
  turnStart: true,
  turnEnd: true,
  wholeTurns: true,
  speakerName: true,
  speakerDetails: true,
  status: true,
  timestamps: true,
  tags: true,
  recordingData: false,
  translations: 'written',
  timeStepMs: 1000,
};

/**
 * A table in text (RFC 4180), a turn a row, in UTF-8 with a mark by which spreadsheets know it. A cell that a
 * spreadsheet would run as a formula begins with an apostrophe.
 */
export const csv: Format = {
  id: 'csv',
  extensions: ['csv'],
  labelKey: 'format.csv',
  keeps: TABLE_KEEPS,
  options: ['times', 'timeForm', 'speakers', 'inlines', 'language'],
  read: async (bytes, context) => (await import('./delimited.ts')).readDelimited(bytes, context),
  write: async (document, options) => (await import('./delimited.ts')).writeDelimited(document, options, ','),
};
