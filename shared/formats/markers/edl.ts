import { encodeText } from '../encoding.ts';
import type { ExportOptions, Format, FormatKeeps, TranscriptDocument } from '../format.ts';
import { oneLine } from '../inline-text.ts';
import { type Marker, markerList } from './marker-list.ts';
import { type FrameCount, frameCount, timecode } from './timecode.ts';

/** Markers have whole turns, to the frame. */
export const MARKER_KEEPS: FormatKeeps = {
  turnStart: true,
  turnEnd: true,
  wholeTurns: true,
  speakerName: true,
  speakerDetails: false,
  status: false,
  timestamps: true,
  tags: true,
  recordingData: false,
  timeStepMs: 40,
};

/**
 * An edit decision list as CMX 3600 has it, a turn an event of the recording at its own time, with its words in
 * comments, as locator (`* LOC`, Avid and Premiere) and as marker (`|M:`, Resolve). Turns that overlap do so here, and
 * there may be more than 999; both are for markers, not to be conformed. Timecode starts at zero.
 */
export const edl: Format = {
  id: 'edl',
  extensions: ['edl'],
  labelKey: 'format.edl',
  keeps: MARKER_KEEPS,
  options: ['speakers', 'inlines', 'language'],
  write,
};

const COMMENT_LENGTH = 70;
const COLOURS = [
  'Blue',
  'Cyan',
  'Green',
  'Yellow',
  'Red',
  'Pink',
  'Purple',
  'Fuchsia',
  'Rose',
  'Lavender',
  'Sky',
  'Mint',
];
const LOCATORS = ['BLUE', 'CYAN', 'GREEN', 'YELLOW', 'RED', 'MAGENTA'];

function write(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const count = frameCount(document.media?.frameRate);
  const clip = oneLine(document.media?.name ?? '');
  const events = markerList(document, options, count).map((marker, index) =>
    event(marker, index + 1, clip, count),
  );
  const head = [
    `TITLE: ${oneLine(document.title)}`.trimEnd(),
    `FCM: ${count.drop ? 'DROP FRAME' : 'NON-DROP FRAME'}`,
    '',
  ];
  return encodeText([...head, ...events.flat()].map((line) => `${line}\r\n`).join(''));
}

function event(marker: Marker, number: number, clip: string, count: FrameCount): readonly string[] {
  const from = timecode(marker.from, count);
  const to = timecode(marker.to, count);
  const name = marker.name.replaceAll('|', '/');
  const { colour, words } = marker;
  return [
    `${String(number).padStart(3, '0')}  AX       V     C        ${from} ${to} ${from} ${to}`,
    ...(clip === '' ? [] : [`* FROM CLIP NAME: ${clip}`]),
    `* LOC: ${from} ${LOCATORS[colour % LOCATORS.length]} ${name}`.trimEnd(),
    ` |C:ResolveColor${COLOURS[colour % COLOURS.length]} |M:${name} |D:${marker.to - marker.from}`,
    ...wrapped(words).map((line) => `* COMMENT: ${line}`),
    '',
  ];
}

/** Returns the words in lines that old readers take; a longer word stands alone. */
function wrapped(words: string): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ').filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= COMMENT_LENGTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
