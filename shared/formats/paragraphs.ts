import { formatTime } from '../model/time.ts';
import type { ExportOptions, TranscriptDocument } from './format.ts';
import { inlineText, parseInlines } from './inline-text.ts';
import type { Reading } from './reading.ts';
import { speakerNames } from './speaker-names.ts';
import { isSpeakerName, splitSpeakerPrefix } from './speaker-prefix.ts';
import { parseAnyTime } from './time-forms.ts';

/**
 * Returns each turn as lines of plain text, `[00:12:03] Name: words` first and the further ones indented. Two spaces
 * after the time, or one before the first word, say that what follows is no name or time though it looks like one.
 * `clean` makes the words what the format shows of them, before it is told what they look like; `under` gives lines
 * that stand under a turn as they are.
 */
export function turnParagraphs(
  document: TranscriptDocument,
  options: ExportOptions,
  clean: (text: string) => string = (text) => text,
  under: (index: number) => readonly string[] = () => [],
): readonly (readonly string[])[] {
  const nameOf = speakerNames(document, options);
  const paragraphs = document.turns.map((turn, index) => {
    const [first = '', ...further] = clean(inlineText(turn.content, options))
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const time =
      options.times && turn.startMs !== null ? `[${formatTime(turn.startMs, options.timeForm)}]` : '';
    const name = nameOf(turn);
    const looksLikeHeader = name === '' && (time ? splitSpeakerPrefix(first) : parseHeader(first)) !== null;
    const words = looksLikeHeader ? ` ${first}` : first;
    const start = [time, name && `${name}:`, words].filter((part) => part !== '').join(' ');
    const own = [start, ...further.map((line) => `  ${line}`)].map((line) => line.trimEnd());
    return [...own, ...under(index)].filter((line) => line !== '');
  });
  return paragraphs.filter((lines) => lines.length > 0);
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

const CLOCK = String.raw`\d{1,3}(?::\d{1,3}){1,2}(?:[.,]\d{1,9}|[:;]\d{2})?`;
const LONG_CLOCK = String.raw`\d{1,3}:\d{2}:\d{2}(?:[.,]\d{1,9}|[:;]\d{2})?`;
/** White space, not without end: a line of it must not be tried in every way. */
const GAP = String.raw`\s{0,40}`;
const TO = String.raw`\s{0,3}(?:-->|[-–—])\s{0,3}`;
/** `[00:12:03]`, `(00:12:03)`, `[00:12:03 - 00:12:09]`, `[00:12:03.000 --> 00:12:09.000]`. */
const TIME_FIRST = new RegExp(
  String.raw`^(?:\[(${CLOCK})(?:${TO}(${CLOCK}))?\]|\((${CLOCK})(?:${TO}(${CLOCK}))?\))(\s*)(.*)$`,
  'u',
);
/** `00:12:03 words`, and `12:03` alone on its line; shorter ones before words may be the time of day. */
const BARE_TIME = new RegExp(
  String.raw`^(?:(${LONG_CLOCK})(?:${TO}(${LONG_CLOCK}))?(?:$|(\s+)(.*)$)|(\d{1,3}:\d{2})$)`,
  'u',
);
/** `Name (00:12:03): words` and `Name [00:12:03]: words`. */
const NAME_FIRST = new RegExp(
  String.raw`^([^:()[\]]{1,120}?),?${GAP}[[(](${CLOCK})[\])]${GAP}(?::\s*(.*)|$)`,
  'u',
);
/** `Name 00:12:03`, `Name – 00:12:03`, and `Name  12:03` with a wide space, alone on their line. */
const NAME_AND_BARE_TIME = new RegExp(
  String.raw`^([^:()[\]]{1,120}?)(?:,?\s(?:[-–—]\s)?(${LONG_CLOCK})|(?:\t|\s\s)\s{0,40}(${CLOCK})):?$`,
  'u',
);

/** Returns the milliseconds of a time, or null. */
type ReadTime = (text: string) => number | null;

/** Returns what the start of a turn says, or null when the line starts no turn. */
export function parseHeader(line: string, time: ReadTime = parseAnyTime): Header | null {
  const timeFirst = TIME_FIRST.exec(line);
  if (timeFirst) {
    const [, start, end, roundStart, roundEnd, gap = '', words = ''] = timeFirst;
    return timeBefore(time, start ?? roundStart ?? '', end ?? roundEnd, gap, words);
  }
  const bare = BARE_TIME.exec(line);
  if (bare) {
    const [, start, end, gap = '', words = '', short = ''] = bare;
    return timeBefore(time, start ?? short, end, gap, words);
  }
  const [, name = '', at = '', words = ''] = NAME_FIRST.exec(line) ?? [];
  if (at !== '' && isSpeakerName(name)) return timedHeader(time, at, undefined, name, words);
  const [, nameAlone = '', longTime, shortTime = ''] = NAME_AND_BARE_TIME.exec(line) ?? [];
  if (nameAlone !== '' && isSpeakerName(nameAlone))
    return timedHeader(time, longTime ?? shortTime, undefined, nameAlone, '');
  const prefix = splitSpeakerPrefix(line);
  if (!prefix) return null;
  return { timed: false, startMs: null, endMs: null, speaker: prefix.name, rest: prefix.rest, badTime: null };
}

function timeBefore(
  time: ReadTime,
  start: string,
  end: string | undefined,
  gap: string,
  words: string,
): Header {
  const prefix = gap.length > 1 ? null : splitSpeakerPrefix(words);
  return timedHeader(time, start, end, prefix?.name ?? null, prefix?.rest ?? words);
}

function timedHeader(
  time: ReadTime,
  start: string,
  end: string | undefined,
  speaker: string | null,
  rest: string,
): Header {
  const startMs = time(start);
  const endMs = end === undefined ? null : time(end);
  const badTime = startMs === null ? start : end !== undefined && endMs === null ? end : null;
  return { timed: true, startMs, endMs, speaker, rest, badTime };
}

/**
 * Adds the turns that lines of text hold: paragraphs between blank lines where there are any, else what each name or
 * time begins, else lines. An indented line is one more of the turn above it. `lineOf` gives the number of a
 * line for warnings.
 */
export function readParagraphs(
  reading: Reading,
  written: readonly string[],
  lineOf: (index: number) => number = (index) => index + 1,
): void {
  const lines = written.map((line) => line.trimEnd());
  const spaced = /\S\n\n/.test(lines.join('\n').trimEnd());
  const headed = lines.some((line) => parseHeader(line, reading.time) !== null);
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
    const header = indented ? null : parseHeader(line, reading.time);
    const startsTurn = header !== null && (header.timed || !open || !spaced);
    if (open && !startsTurn && (indented || spaced || headed)) {
      const joint = open.words === '' ? '' : indented ? '\n' : ' ';
      open.words += joint + words;
      return;
    }
    close();
    open = { header, words: header ? header.rest.trim() : words, line: lineOf(index) };
  });
  close();
}
