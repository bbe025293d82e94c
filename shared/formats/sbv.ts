import { formatTime, parseTime } from '../model/time.ts';
import { joinLines, withoutMarkup } from './cue-markup.ts';
import { cuesOf } from './cues.ts';
import { encodeText } from './encoding.ts';
import type { ExportOptions, Format, ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { parseInlines } from './inline-text.ts';
import { Reading } from './reading.ts';
import { splitSpeakerPrefix } from './speaker-prefix.ts';

/**
 * YouTube's SBV (https://support.google.com/youtube/answer/2734698): `0:00:01.200,0:00:04.000` above the lines of a
 * cue, a blank line after them. Cues are cut as in SubRip, the speaker before the first words of a turn.
 */
export const sbv: Format = {
  id: 'sbv',
  extensions: ['sbv'],
  labelKey: 'format.sbv',
  keeps: {
    turnStart: true,
    turnEnd: true,
    wholeTurns: false,
    speakerName: true,
    speakerDetails: false,
    status: false,
    timestamps: true,
    tags: true,
    recordingData: false,
    timeStepMs: 1,
  },
  options: ['speakers', 'inlines', 'language', 'subtitle'],
  recognises: (head) => /^\d+:\d\d:\d\d\.\d{3},\d+:\d\d:\d\d\.\d{3}\r?\n/.test(head),
  read,
  write,
};

const TIME_LINE = /^\s*(\d+:\d+:\d+\.\d+),(\d+:\d+:\d+\.\d+)\s*$/;

/** `0:01:02.300`. */
const clock = (ms: number) => formatTime(ms, 'h:mm:ss.mmm').replace(/^0/, '');

/** A line of a cue must not look like one of times. */
const withoutTimeLines = (text: string) => text.replace(/(\.\d+),(?=\d+:)/g, '$1, ');

function write(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const cues = cuesOf(document, options, { speakerInText: true, overlap: false, clean: withoutTimeLines });
  const blocks = cues.map(({ startMs, endMs, lines }) =>
    [`${clock(startMs)},${clock(endMs)}`, ...lines, '', ''].join('\n'),
  );
  return encodeText(blocks.join(''));
}

function read(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const lines = reading.text.split('\n');
  const timeLines = lines.flatMap((line, index) => (TIME_LINE.test(line) ? [index] : []));
  if (timeLines.length === 0) return reading.refused();
  timeLines.forEach((at, index) => {
    readCue(reading, lines.slice(at, timeLines[index + 1]), at + 1);
  });
  return reading.result();
}

function readCue(reading: Reading, [timeLine = '', ...textLines]: readonly string[], line: number): void {
  const [, start = '', end = ''] = TIME_LINE.exec(timeLine) ?? [];
  const startMs = parseTime(start);
  const endMs = parseTime(end);
  if (startMs === null) reading.warn('bad-time', line, start);
  if (endMs === null) reading.warn('bad-time', line, end);
  const shown = joinLines(textLines.flatMap((text) => text.split('[br]')));
  const text = withoutMarkup(shown, reading, line).replace(/^>>+\s*/, '');
  const prefix = splitSpeakerPrefix(text);
  const content = parseInlines(prefix?.rest ?? text);
  reading.add({ speaker: prefix?.name ?? null, startMs, endMs, content, line });
}
