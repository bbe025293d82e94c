import { formatTime, parseTime } from '../model/time.ts';
import { encodeText } from './encoding.ts';
import type { ExportOptions, Format, ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { inlineText, parseInlines } from './inline-text.ts';
import { Reading } from './reading.ts';
import { speakerNames } from './speaker-names.ts';
import { isSpeakerName, splitSpeakerPrefix } from './speaker-prefix.ts';

/**
 * Plain text: one paragraph a turn, `[00:12:03] Name: words`. Further lines of a turn are indented. Two spaces
 * after the time, or one before the first word, say that what follows is no name or time though it looks like one.
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
  options: ['times', 'timeForm', 'speakers', 'inlines', 'language'],
  read,
  write,
};

function write(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const nameOf = speakerNames(document, options);
  const paragraphs = document.turns.map((turn) => {
    const [first = '', ...further] = inlineText(turn.content, options)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const time =
      options.times && turn.startMs !== null ? `[${formatTime(turn.startMs, options.timeForm)}]` : '';
    const name = nameOf(turn);
    const looksLikeHeader = name === '' && (time ? splitSpeakerPrefix(first) : parseHeader(first)) !== null;
    const words = looksLikeHeader ? ` ${first}` : first;
    const start = [time, name && `${name}:`, words].filter((part) => part !== '').join(' ');
    return [start, ...further.map((line) => `  ${line}`)].join('\n').trimEnd();
  });
  const shown = paragraphs.filter((paragraph) => paragraph !== '');
  return encodeText(shown.length > 0 ? `${shown.join('\n\n')}\n` : '');
}

interface Header {
  readonly timed: boolean;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly speaker: string | null;
  readonly rest: string;
  /** The words of a time that cannot be. */
  readonly badTime: string | null;
}

const CLOCK = String.raw`\d{1,3}(?::\d{1,3}){1,2}(?:[.,]\d{1,9})?`;
/** `[00:12:03]`, `[00:12:03 - 00:12:09]`, `[00:12:03.000 --> 00:12:09.000]`. */
const TIME_FIRST = new RegExp(String.raw`^\[(${CLOCK})(?:\s*(?:-->|[-–—])\s*(${CLOCK}))?\](\s*)(.*)$`, 'u');
/** `Name (00:12:03): words` and `Name [00:12:03]: words`. */
const NAME_FIRST = new RegExp(String.raw`^([^:()[\]]{1,120}?)\s*[[(](${CLOCK})[\])]\s*(?::\s*(.*)|$)`, 'u');

/** Returns what the start of a turn says, or null when the line starts no turn. */
function parseHeader(line: string): Header | null {
  const timeFirst = TIME_FIRST.exec(line);
  if (timeFirst) {
    const [, start = '', end, gap = '', words = ''] = timeFirst;
    const prefix = gap.length > 1 ? null : splitSpeakerPrefix(words);
    return timedHeader(start, end, prefix?.name ?? null, prefix?.rest ?? words);
  }
  const nameFirst = NAME_FIRST.exec(line);
  const name = nameFirst?.[1]?.trim() ?? '';
  if (nameFirst && isSpeakerName(name)) {
    return timedHeader(nameFirst[2] ?? '', undefined, name, nameFirst[3] ?? '');
  }
  const prefix = splitSpeakerPrefix(line);
  if (!prefix) return null;
  return { timed: false, startMs: null, endMs: null, speaker: prefix.name, rest: prefix.rest, badTime: null };
}

function timedHeader(start: string, end: string | undefined, speaker: string | null, rest: string): Header {
  const startMs = parseTime(start);
  const endMs = end === undefined ? null : parseTime(end);
  const badTime = startMs === null ? start : end !== undefined && endMs === null ? end : null;
  return { timed: true, startMs, endMs, speaker, rest, badTime };
}

function read(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const lines = reading.text.split('\n');
  const spaced = /\S[^\S\n]*\n[^\S\n]*\n/.test(reading.text.trimEnd());
  const headed = lines.some((line) => parseHeader(line) !== null);
  let open: { header: Header | null; words: string; line: number } | null = null;

  const close = () => {
    if (!open) return;
    const { header, words, line } = open;
    if (header?.badTime) reading.warn('bad-time', line, header.badTime);
    reading.add({
      speaker: header?.speaker ?? null,
      startMs: header?.startMs ?? null,
      endMs: header?.endMs ?? null,
      content: parseInlines(words),
      line,
    });
    open = null;
  };

  lines.forEach((line, index) => {
    const words = line.trim();
    if (words === '') {
      if (spaced) close();
      return;
    }
    const indented = /^\s/.test(line);
    const header = indented ? null : parseHeader(line.trimEnd());
    const startsTurn = header !== null && (header.timed || !open || !spaced);
    if (open && !startsTurn && (indented || spaced || headed)) {
      const joint = open.words === '' ? '' : indented ? '\n' : ' ';
      open.words += joint + words;
      return;
    }
    close();
    open = { header, words: header ? header.rest.trim() : words, line: index + 1 };
  });
  close();
  return reading.result();
}
