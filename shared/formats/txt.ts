import { besideLabelIn, wordsBeside } from './beside.ts';
import { encodeText } from './encoding.ts';
import type { ExportOptions, Format, ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { headHashLine, isHeadHashLine } from './head-hash.ts';
import { readParagraphs, turnParagraphs } from './paragraphs.ts';
import { Reading } from './reading.ts';

/**
 * Plain text: one paragraph a turn, `[00:12:03] Name: words`. Further lines of a turn are indented, and those of a
 * translation under it deeper, as `Translation (ru): words`; by this they are known and left out in reading.
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
    translations: 'written',
    timeStepMs: 1000,
  },
  options: ['times', 'timeForm', 'speakers', 'inlines', 'headHash', 'language'],
  read,
  write,
};

function write(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const beside = wordsBeside(document, options);
  const under = (index: number) =>
    beside.flatMap(({ label, texts }) =>
      (texts[index] ?? '').split('\n').flatMap((line) => {
        const words = line.trim();
        return words === '' ? [] : [`${BESIDE}${label}: ${words}`];
      }),
    );
  const paragraphs = turnParagraphs(document, options, undefined, under).map(
    (lines) => `${lines.join('\n')}\n`,
  );
  const hash = headHashLine(document, options.language);
  return encodeText([...paragraphs, ...(hash === '' ? [] : [`${hash}\n`])].join('\n'));
}

/** Deeper than the further lines of a turn, so that none of these is taken for a translation. */
const BESIDE = ' '.repeat(4);

function read(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  readParagraphs(
    reading,
    reading.text.split('\n').map((line, index) => {
      const label = line.startsWith(BESIDE) ? besideLabelIn(line.slice(BESIDE.length)) : null;
      if (label !== null) reading.warnOnce('not-kept', index + 1, label);
      return label !== null || isHeadHashLine(line) ? '' : line;
    }),
  );
  return reading.result();
}
