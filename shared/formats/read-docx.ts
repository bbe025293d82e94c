import JSZip from 'jszip';
import { encodeText } from './encoding.ts';
import type { ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { oneLine, parseInlines } from './inline-text.ts';
import { isoDate } from './iso-date.ts';
import { fieldByLabel } from './labels.ts';
import { parseHeader, readParagraphs } from './paragraphs.ts';
import { readTable } from './read-table.ts';
import { Reading } from './reading.ts';
import { isSpeakerName } from './speaker-prefix.ts';
import { columnByName } from './table-columns.ts';
import { parseAnyTime } from './time-forms.ts';
import { paragraphsOf, type WordBlock, type WordParagraph, wordBlocks } from './word-paragraphs.ts';
import { CHARACTER, DATE_PROPERTY, NOBODY, PARAGRAPH } from './word-styles.ts';
import { descendantsOf, readXml, textOf } from './xml.ts';
import { zipPart } from './zip-part.ts';

/** A forum of three hours takes five megabytes. */
const MOST_XML_BYTES = 48 * 1024 * 1024;

type Found = Partial<Pick<TranscriptDocument, 'title' | 'date' | 'place'>>;

/** Reads a Word file; never rejects. */
export async function readDocx(bytes: Uint8Array, context: ImportContext): Promise<ImportResult> {
  const nothing = new Reading(encodeText(' '), context);
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  const [part] = zip?.file(/^word\/document\d*\.xml$/) ?? [];
  if (!zip || !part) return nothing.refused();
  const xml = await zipPart(part, MOST_XML_BYTES);
  if (!xml) {
    nothing.warn('unreadable-part', undefined, part.name);
    return nothing.result();
  }
  const reading = new Reading(xml, context);
  const root = readXml(reading);
  const [body] = root ? descendantsOf(root, 'body') : [];
  if (!body) return reading.refused();
  const blocks = wordBlocks(body, reading);
  const styles = await titleStyles(zip, context);
  return isOurs(blocks)
    ? reading.result(readOurs(reading, blocks, await dateOf(zip, context)))
    : reading.result(readForeign(reading, blocks, styles));
}

/** Returns the root of another part, whose faults do not matter. */
async function rootOf(zip: JSZip, name: string, context: ImportContext) {
  const part = zip.file(name);
  const xml = part ? await zipPart(part, MOST_XML_BYTES) : null;
  return xml ? readXml(new Reading(xml, context)) : null;
}

/** Returns the identifiers of the title's style; Word gives it another in each language, its name stays. */
async function titleStyles(zip: JSZip, context: ImportContext): Promise<ReadonlySet<string>> {
  const root = await rootOf(zip, 'word/styles.xml', context);
  const styles = root ? descendantsOf(root, 'style') : [];
  const isTitle = styles.filter((style) =>
    descendantsOf(style, 'name').some(({ attributes }) => attributes.get('val')?.toLowerCase() === 'title'),
  );
  return new Set(['Title', ...isTitle.flatMap(({ attributes }) => attributes.get('styleId') ?? [])]);
}

async function dateOf(zip: JSZip, context: ImportContext): Promise<string | null> {
  const root = await rootOf(zip, 'docProps/custom.xml', context);
  const properties = root ? descendantsOf(root, 'property') : [];
  const found = properties.find(({ attributes }) => attributes.get('name') === DATE_PROPERTY);
  return found ? isoDate(textOf(found).trim()) : null;
}

const OUR_STYLES: ReadonlySet<string> = new Set([PARAGRAPH.turn, PARAGRAPH.speaker]);
const isOurs = (blocks: readonly WordBlock[]) =>
  blocks.flatMap(paragraphsOf).some(({ style }) => OUR_STYLES.has(style));

const textIn = ({ runs }: WordParagraph) => runs.map(({ text }) => text).join('');

/** Reads what Minber wrote, by its styles. */
function readOurs(reading: Reading, blocks: readonly WordBlock[], date: string | null): Found {
  const found: { title?: string; place?: string } = {};
  let open: { speaker: string | null; startMs: number | null; lines: string[]; line: number } | null = null;
  const close = () => {
    if (!open) return;
    const { lines, ...turn } = open;
    reading.add({ ...turn, endMs: null, content: parseInlines(lines.join('\n')) });
    open = null;
  };
  blocks.flatMap(paragraphsOf).forEach((paragraph, index) => {
    const line = index + 1;
    const text = textIn(paragraph);
    if (paragraph.style === 'Title') found.title = oneLine(text);
    else if (paragraph.style === PARAGRAPH.data) {
      const [label = '', value = ''] = text.split('\t');
      if (fieldByLabel(label) === 'place') found.place = oneLine(value);
    } else if (paragraph.style === PARAGRAPH.speaker) {
      close();
      open = { ...headerOf(paragraph, reading, line), lines: [], line };
    } else if (paragraph.style === PARAGRAPH.turn) {
      open ??= { speaker: null, startMs: null, lines: [], line };
      open.lines.push(text);
    }
  });
  close();
  return { ...found, date };
}

function headerOf({ runs }: WordParagraph, reading: Reading, line: number) {
  const time = runs.find(({ style }) => style === CHARACTER.time)?.text.trim();
  const name = oneLine(
    runs
      .filter(({ style }) => style !== CHARACTER.time)
      .map(({ text }) => text)
      .join(''),
  );
  const startMs = time === undefined ? null : reading.time(time);
  if (time !== undefined && startMs === null) reading.warn('bad-time', line, time);
  return { speaker: name === NOBODY ? null : name, startMs };
}

/** Reads what others wrote: by what begins a turn in plain text, by names in bold, and by tables. */
function readForeign(reading: Reading, blocks: readonly WordBlock[], titles: ReadonlySet<string>): Found {
  const found: { title?: string } = {};
  let lines: string[] = [];
  let firstLine = 1;
  const flush = (next: number) => {
    readLines(reading, lines, firstLine);
    lines = [];
    firstLine = next;
  };
  let line = 1;
  for (const block of blocks) {
    if (block.kind === 'table' && isTranscriptTable(cellsOf(block.rows))) {
      flush(line);
      readTable(reading, cellsOf(block.rows), line);
      line += block.rows.length;
      firstLine = line;
      continue;
    }
    for (const paragraph of paragraphsOf(block)) {
      const isTitle =
        titles.has(paragraph.style) && found.title === undefined && textIn(paragraph).trim() !== '';
      if (isTitle) found.title = oneLine(textIn(paragraph));
      lines.push(isTitle ? '' : namedLine(paragraph));
      line++;
    }
  }
  flush(line);
  return found;
}

const cellsOf = (rows: readonly (readonly (readonly WordParagraph[])[])[]) =>
  rows.map((cells) => cells.map((paragraphs) => paragraphs.map(textIn).join('\n').trim()));

/** Tells whether a table has names of columns that are known, or times in its rows; others only lay out a page. */
function isTranscriptTable(rows: readonly (readonly string[])[]): boolean {
  const named = (rows[0] ?? []).map(columnByName).filter((column) => column?.field !== 'number');
  const isTimed = (cells: readonly string[]) =>
    cells.length > 1 && cells.some((cell) => parseAnyTime(cell) !== null);
  return (
    (rows.length > 1 && named.filter(Boolean).length >= 2) ||
    (rows.length > 0 && rows.filter(isTimed).length >= 0.5 * rows.length)
  );
}

/** Returns the text of a paragraph, a name in bold at its beginning with a colon, as in plain text. */
function namedLine(paragraph: WordParagraph): string {
  const { runs } = paragraph;
  const plain = runs.findIndex(({ text, bold }) => !bold && text.trim() !== '');
  const bold = runs
    .slice(0, Math.max(plain, 0))
    .map(({ text }) => text)
    .join('')
    .trim();
  const rest = runs
    .slice(Math.max(plain, 0))
    .map(({ text }) => text)
    .join('');
  const name = bold.replace(/[.:]$/, '');
  const marked = bold !== name || /^\s*[:–—]/.test(rest);
  if (!marked || !isSpeakerName(name)) return textIn(paragraph);
  return `${name}: ${rest.replace(/^\s*[:–—]?\s*/, '')}`;
}

/** Blank paragraphs only part others; a paragraph that begins no turn is more of the one above, where any does. */
function readLines(reading: Reading, paragraphs: readonly string[], firstLine: number): void {
  const lines = paragraphs.flatMap((text, index) =>
    text
      .split('\n')
      .flatMap((part) => (part.trim() === '' ? [] : [{ text: part.trim(), line: firstLine + index }])),
  );
  const headed = lines.some(({ text }) => parseHeader(text) !== null);
  readParagraphs(
    reading,
    lines.map(({ text }) => (headed && parseHeader(text) === null ? `  ${text}` : text)),
    (index) => lines[index]?.line ?? firstLine,
  );
}
