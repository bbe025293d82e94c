import { z } from 'zod';
import { formatTime, parseTime } from '../model/time.ts';
import { escapeText } from './cue-markup.ts';
import { encodeText } from './encoding.ts';
import type { ExportOptions, ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { htmlLines } from './html-lines.ts';
import { readParagraphs, turnParagraphs } from './paragraphs.ts';
import { parsedJson } from './parsed-json.ts';
import { Reading } from './reading.ts';

/** Returns the bytes of a file of oTranscribe. */
export function writeOtr(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const paragraphs = turnParagraphs(document, { ...options, timeForm: 'h:mm:ss.mmm' }, folded).map(
    (lines) => `<p>${lines.map(lineHtml).join('<br />')}</p>`,
  );
  const file = {
    text: paragraphs.join(''),
    media: document.media?.name ?? '',
    'media-source': '',
    'media-time': 0,
  };
  return encodeText(JSON.stringify(file));
}

/** HTML shows tabs and several spaces as one, which may make a name of words that were none. */
const folded = (text: string) => text.replace(/[ \t]+/g, ' ');

/** Spaces that mean something are such as HTML keeps. */
const lineHtml = (line: string) =>
  escapeText(line)
    .replace(/^ +| {2,}/g, (spaces) => '&nbsp;'.repeat(spaces.length))
    .replace(/\[(\d[\d:.]*)\]/g, (whole, clock: string) => {
      const atMs = clock.includes(':') ? parseTime(clock) : null;
      return atMs === null ? whole : timestamp(atMs);
    });

const timestamp = (atMs: number) =>
  `<span class="timestamp" contenteditable="false" data-timestamp="${atMs / 1000}">${formatTime(atMs)}</span>`;

const file = z.object({ text: z.string() });

/** Reads a file of oTranscribe; never throws. */
export function readOtr(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const parsed = file.safeParse(parsedJson(reading.text));
  if (!parsed.success) return reading.refused();
  const lines = htmlLines(parsed.data.text, reading, (attributes, line) => {
    const written = attributes['data-timestamp'];
    if (written === undefined || !/\btimestamp\b/.test(attributes.class ?? '')) return null;
    // Older files have `1:02:03` for seconds.
    const ms = parseTime(written);
    if (ms === null) reading.warn('bad-time', line, written);
    return ms === null ? '' : `[${formatTime(ms, 'h:mm:ss.mmm')}]`;
  });
  readParagraphs(reading, lines);
  return reading.result();
}
