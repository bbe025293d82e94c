import type { Turn } from '../model/turn.ts';
import { encodeText } from './encoding.ts';
import type { ExportOptions, Format, ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { oneLine, parseInlines } from './inline-text.ts';
import { Reading } from './reading.ts';
import { speakerNames } from './speaker-names.ts';
import { splitSpeakerPrefix } from './speaker-prefix.ts';
import { timedTurns } from './tiers.ts';

/**
 * Audacity's labels (https://support.audacityteam.org/basics/audacity-file-formats): start and end in seconds and the
 * label, `Name: words`, with tabs between them. A space before the label says that it begins with no name, though it
 * looks like one. A label at a point is a turn without an end.
 */
export const audacity: Format = {
  id: 'audacity',
  extensions: ['txt'],
  labelKey: 'format.audacity',
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
    timeStepMs: 1,
  },
  options: ['speakers', 'inlines', 'language'],
  recognises: (head) => /^\d+[.,]\d+\t\d+[.,]\d+(?:\t|\r?\n|$)/.test(head),
  read,
  write,
};

const seconds = (ms: number) => (ms / 1000).toFixed(6);

function write(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const nameOf = speakerNames(document, options);
  const lines = timedTurns(document, options).map(({ turn, text, startMs, endMs }) => {
    const label = labelOf(nameOf(turn), oneLine(text));
    return `${seconds(startMs)}\t${seconds(isPoint(turn) ? startMs : endMs)}\t${label}\n`;
  });
  return encodeText(lines.join(''));
}

const isPoint = ({ startMs, endMs }: Turn) => startMs !== null && endMs === null;

function labelOf(name: string, words: string): string {
  if (name !== '') return `${name}: ${words}`.trimEnd();
  return splitSpeakerPrefix(words) ? ` ${words}` : words;
}

const LABEL = /^\s*(-?\d+(?:[.,]\d+)?)\t(-?\d+(?:[.,]\d+)?)(?:\t(.*))?$/;
/** The frequencies of a label that was made in a spectrogram. */
const FREQUENCIES = /^\\\t/;

function read(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const lines = reading.text.split('\n');
  if (!lines.some((line) => LABEL.test(line))) return reading.refused();
  lines.forEach((line, index) => {
    const [, start, end, label = ''] = LABEL.exec(line) ?? [];
    if (start !== undefined && end !== undefined) readLabel(reading, start, end, label, index + 1);
    else if (FREQUENCIES.test(line)) reading.warnOnce('not-kept', index + 1, '\\');
    else if (line.trim() !== '') reading.warn('unreadable-part', index + 1, line);
  });
  return reading.result();
}

function readLabel(reading: Reading, start: string, end: string, label: string, line: number): void {
  const startMs = milliseconds(start);
  const endMs = milliseconds(end);
  const prefix = /^\s/.test(label) ? null : splitSpeakerPrefix(label.trimEnd());
  reading.add({
    speaker: prefix?.name ?? null,
    startMs,
    endMs: endMs === startMs ? null : endMs,
    content: parseInlines(oneLine(prefix?.rest ?? label)),
    line,
  });
}

const milliseconds = (written: string) => Math.round(Number(written.replace(',', '.')) * 1000);
