import { formatTime, parseTime } from '../model/time.ts';
import { joinLines, TIME_LINE, withoutMarkup } from './cue-markup.ts';
import { cuesOf } from './cues.ts';
import { encodeText } from './encoding.ts';
import type { ExportOptions, Format, ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { parseInlines } from './inline-text.ts';
import { Reading } from './reading.ts';
import { splitSpeakerPrefix } from './speaker-prefix.ts';

/**
 * SubRip, as players take it: UTF-8, lines ended by CR LF, no overlap, at most two lines of about 42 characters
 * unless the options say otherwise, the speaker before the first words of a turn. A cue read is a turn. A translation stands
 * below the words, with no sign of what it is. Turns without times get likely ones.
 */
export const srt: Format = {
  id: 'srt',
  extensions: ['srt'],
  labelKey: 'format.srt',
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
    translations: 'written',
    timeStepMs: 1,
  },
  options: ['speakers', 'inlines', 'language', 'subtitle'],
  read,
  write,
};

const clock = (ms: number) => formatTime(ms, 'h:mm:ss.mmm').replace('.', ',');

/** SubRip cannot escape the arrow of its time lines. */
const withoutArrow = (text: string) => text.replaceAll('-->', '→');

function write(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const cues = cuesOf(document, options, { speakerInText: true, overlap: false, clean: withoutArrow });
  const blocks = cues.map(({ startMs, endMs, lines, beside }, index) => {
    const translated = beside.flatMap((each) => each.lines);
    return [index + 1, `${clock(startMs)} --> ${clock(endMs)}`, ...lines, ...translated, '', ''].join('\r\n');
  });
  return encodeText(blocks.join(''));
}

function read(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const lines = reading.text.split('\n');
  const timeLines = lines.flatMap((line, index) => (TIME_LINE.test(line) ? [index] : []));
  if (timeLines.length === 0 && reading.text.trim() !== '') reading.warn('not-this-format');
  timeLines.forEach((at, index) => {
    const next = timeLines[index + 1] ?? lines.length;
    const counted = next < lines.length && /^\s*\d+\s*$/.test(lines[next - 1] ?? '');
    readCue(reading, lines.slice(at, counted ? next - 1 : next), at + 1);
  });
  return reading.result();
}

function readCue(reading: Reading, [timeLine = '', ...textLines]: readonly string[], line: number): void {
  const [, start = '', end = ''] = TIME_LINE.exec(timeLine) ?? [];
  const startMs = parseTime(start);
  const endMs = parseTime(end);
  if (startMs === null) reading.warn('bad-time', line, start);
  if (endMs === null) reading.warn('bad-time', line, end);
  const text = withoutMarkup(joinLines(textLines), reading, line);
  const prefix = splitSpeakerPrefix(text.replace(/^>>+\s*/, ''));
  const content = parseInlines(prefix?.rest ?? text);
  reading.add({ speaker: prefix?.name ?? null, startMs, endMs, content, line });
}
