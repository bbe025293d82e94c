import { formatTime, parseTime } from '../model/time.ts';
import { escapeText, joinLines, TIME_LINE, unescapeText } from './cue-markup.ts';
import { CueParts } from './cue-parts.ts';
import { cuesOf } from './cues.ts';
import { encodeText } from './encoding.ts';
import type { ExportOptions, Format, ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { oneLine } from './inline-text.ts';
import { Reading } from './reading.ts';

/**
 * WebVTT (https://www.w3.org/TR/webvtt1/). Cues are cut as in SubRip, each with its speaker as `<v Name>`; their
 * identifiers, `turn-part`, join them again on reading, so that turns come back whole. Overlaps stay.
 */
export const vtt: Format = {
  id: 'vtt',
  extensions: ['vtt'],
  labelKey: 'format.vtt',
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
    translations: 'written',
    timeStepMs: 1,
  },
  options: ['speakers', 'inlines', 'language', 'subtitle'],
  recognises: (head) => /^WEBVTT(?:\s|$)/.test(head),
  read,
  write,
};

/** The class of a language span that translates the words above it, and is left out in reading. */
const BESIDE = 'translation';

const clock = (ms: number) => formatTime(ms, 'h:mm:ss.mmm');

function write(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const cues = cuesOf(document, options, { speakerInText: false, overlap: true });
  const blocks = cues.map(({ startMs, endMs, turn, part, speaker, lines, beside }) => {
    const translated = beside.map(
      ({ language, lines: words }) => `\n<lang.${BESIDE} ${language}>${escapeText(words.join('\n'))}</lang>`,
    );
    const text = escapeText(lines.join('\n')) + translated.join('');
    const voiced = speaker === '' ? text : `<v ${escapeText(speaker)}>${text}</v>`;
    return `${turn}-${part}\n${clock(startMs)} --> ${clock(endMs)}\n${voiced}\n`;
  });
  return encodeText(['WEBVTT\n', ...blocks].join('\n'));
}

interface Block {
  readonly lines: readonly string[];
  /** Of its first line, from 1. */
  readonly line: number;
}

interface Said {
  readonly speaker: string | null;
  readonly text: string;
}

function read(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const [head, ...rest] = blocksOf(reading.text);
  if (!head) return reading.result();
  const signed = /^WEBVTT(?:[ \t].*)?$/.test(head.lines[0] ?? '');
  const timed = reading.text.split('\n').some((line) => TIME_LINE.test(line));
  if (!signed) reading.warn('not-this-format');
  if (!signed && !timed) return reading.result();

  const parts = new CueParts();
  const cueInHead = head.lines.findIndex((line) => TIME_LINE.test(line));
  const blocks = signed && cueInHead < 0 ? rest : [head, ...rest];
  for (const block of blocks) readBlock(reading, block, parts);
  parts.addTo(reading);
  const language = signed ? languageOf(head) : null;
  return reading.result(language === null ? {} : { language });
}

function blocksOf(text: string): readonly Block[] {
  const blocks: { lines: string[]; line: number }[] = [];
  let open: { lines: string[]; line: number } | null = null;
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') {
      open = null;
      return;
    }
    if (!open) {
      open = { lines: [], line: index + 1 };
      blocks.push(open);
    }
    open.lines.push(line);
  });
  return blocks;
}

/** Some programs name the language in the header: `Language: kk`. */
function languageOf(head: Block): string | null {
  const named = head.lines.map((line) => /^Language:\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\s*$/i.exec(line)?.[1]);
  return named.find((tag) => tag !== undefined) ?? null;
}

function readBlock(reading: Reading, block: Block, parts: CueParts): void {
  const at = block.lines.findIndex((line) => TIME_LINE.test(line));
  if (at < 0) {
    const [first = ''] = block.lines;
    const known = /^(NOTE|STYLE|REGION)\b/.test(first);
    reading.warn(known ? 'unknown-markup' : 'unreadable-part', block.line, block.lines.join(' '));
    return;
  }
  const line = block.line + at;
  const [, start = '', end = ''] = TIME_LINE.exec(block.lines[at] ?? '') ?? [];
  const startMs = parseTime(start);
  const endMs = parseTime(end);
  if (startMs === null) reading.warn('bad-time', line, start);
  if (endMs === null) reading.warn('bad-time', line, end);
  const id = at > 0 ? (block.lines[at - 1] ?? '') : '';
  const voices = readVoices(block.lines.slice(at + 1), reading, line);
  for (const said of voices) parts.add({ ...said, startMs, endMs, line }, voices.length > 1 ? '' : id);
}

/** `c.yellow` and `/c` are `c`; every karaoke time is the same. */
const markupName = (tag: string) =>
  tag
    .replace(/^\//, '')
    .replace(/(?<!\d)[.\s].*$/s, '')
    .replace(/\d/g, '0');

/** Returns what a cue says, cut where the voice changes; all other markup is left out, and noted once. */
function readVoices(lines: readonly string[], reading: Reading, line: number): readonly Said[] {
  const voices: { speaker: string | null; raw: string }[] = [{ speaker: null, raw: '' }];
  let isBeside = false;
  for (const [whole, tag] of lines.join('\n').matchAll(/<([^<>]*)>|<|[^<]+/g)) {
    if (tag?.startsWith(`lang.${BESIDE} `)) {
      isBeside = true;
      reading.warnOnce('not-kept', line, `<${tag}>`);
    }
    if (isBeside) {
      isBeside = tag !== '/lang';
      continue;
    }
    const voice = tag === undefined ? null : /^v(?:\.\S*)?\s+(.+)$/s.exec(tag);
    if (voice) {
      voices.push({ speaker: oneLine(unescapeText(voice[1] ?? '')), raw: '' });
    } else if (tag === undefined) {
      const last = voices.at(-1);
      if (last) last.raw += whole;
    } else if (tag === '/v') {
      voices.push({ speaker: null, raw: '' });
    } else {
      reading.warnOnce('unknown-markup', line, `<${markupName(tag)}>`);
    }
  }
  const said = voices.map(({ speaker, raw }) => ({
    speaker,
    text: unescapeText(joinLines(raw.split('\n'))),
  }));
  const shown = said.filter(({ speaker, text }) => speaker !== null || text !== '');
  return shown.length > 0 ? shown : [{ speaker: null, text: '' }];
}
