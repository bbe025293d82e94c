import { encodeText } from './encoding.ts';
import type { ExportOptions, Format, ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { headHashLine, isHeadHashLine } from './head-hash.ts';
import { readParagraphs, turnParagraphs } from './paragraphs.ts';
import { Reading } from './reading.ts';

/**
 * Plain text: one paragraph a turn, `[00:12:03] Name: words`. Further lines of a turn are indented.
 */
export const txt: Format = {
  id: 'txt',
  extensions: ['txt', 'text'],
  labelKey: 'format.txt',
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
    timeStepMs: 1000,
  },
  options: ['times', 'timeForm', 'speakers', 'inlines', 'headHash', 'language'],
  read,
  write,
};

function write(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const paragraphs = turnParagraphs(document, options).map((lines) => `${lines.join('\n')}\n`);
  const hash = headHashLine(document, options.language);
  return encodeText([...paragraphs, ...(hash === '' ? [] : [`${hash}\n`])].join('\n'));
}

function read(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  readParagraphs(
    reading,
    reading.text.split('\n').map((line) => (isHeadHashLine(line) ? '' : line)),
  );
  return reading.result();
}
