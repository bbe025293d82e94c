import type { Blockquote, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';
import { formatTime, parseTime } from '../model/time.ts';
import { besideLabelIn, wordsBeside } from './beside.ts';
import { encodeText } from './encoding.ts';
import type { ExportOptions, ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { inlineText, oneLine, parseInlines } from './inline-text.ts';
import { fieldByLabel, fieldLabel, type RecordingField } from './labels.ts';
import { Reading } from './reading.ts';
import { speakerNames } from './speaker-names.ts';
import { isSpeakerName } from './speaker-prefix.ts';

const NOBODY = '—';

/** Returns the bytes of a Markdown file. */
export function writeMarkdown(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const nameOf = speakerNames(document, options);
  const headed = options.times || options.speakers;
  const beside = wordsBeside(document, options);
  const blocks = document.turns.flatMap((turn, index): RootContent[] => {
    const translations = beside.flatMap(({ label, texts }) => quoted(label, textLines(texts[index] ?? '')));
    const name = nameOf(turn);
    const time = options.times && turn.startMs !== null ? formatTime(turn.startMs, options.timeForm) : '';
    const text = textLines(inlineText(turn.content, options));
    if (name === '' && time === '' && text.length === 0) return translations;
    const header: PhrasingContent[] = headed ? [strong(name || time || NOBODY)] : [];
    if (name !== '' && time !== '') header.push({ type: 'text', value: ` · ${time}` });
    const lines = [header, ...text.map((value): PhrasingContent[] => [{ type: 'text', value }])].filter(
      (line) => line.length > 0,
    );
    return [{ type: 'paragraph', children: broken(lines) }, ...translations];
  });
  const title = oneLine(document.title);
  const root: Root = {
    type: 'root',
    children: [...(title === '' ? [] : [heading(title)]), ...recordingData(document, options), ...blocks],
  };
  return encodeText(toMarkdown(root, { bullet: '-' }));
}

const BREAK: PhrasingContent = { type: 'break' };
const broken = (lines: readonly (readonly PhrasingContent[])[]): PhrasingContent[] =>
  lines.flatMap((line, index) => (index > 0 ? [BREAK, ...line] : [...line]));

/** Returns a translation as a quotation that begins with its label, by which reading knows it. */
function quoted(label: string, lines: readonly string[]): RootContent[] {
  if (lines.length === 0) return [];
  const named: PhrasingContent = { type: 'emphasis', children: [{ type: 'text', value: `${label}:` }] };
  const words = lines.map((value): PhrasingContent[] => [{ type: 'text', value }]);
  return [{ type: 'blockquote', children: [{ type: 'paragraph', children: broken([[named], ...words]) }] }];
}

/** Returns the label of a translation that a quotation is, or null. */
function quotedLabel({ children: [first] }: Blockquote): string | null {
  const [named] = first?.type === 'paragraph' ? first.children : [];
  const [label] = named?.type === 'emphasis' ? named.children : [];
  return label?.type === 'text' ? besideLabelIn(label.value) : null;
}
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [{ type: 'text', value }] });
const heading = (value: string): RootContent => ({
  type: 'heading',
  depth: 1,
  children: [{ type: 'text', value }],
});

/** Returns the lines of a text that have words, trimmed as Markdown trims them. */
const textLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Returns the list of the recording's data; the date as ISO 8601 writes it, so that it can be read back. */
function recordingData(
  { date, place, media, headHash }: TranscriptDocument,
  { language }: ExportOptions,
): RootContent[] {
  const fields: readonly (readonly [RecordingField, string])[] = [
    ['date', date ?? ''],
    ['place', oneLine(place)],
    ['recording', oneLine(media?.name ?? '')],
    ['duration', media ? formatTime(media.durationMs) : ''],
    ['headHash', headHash ?? ''],
  ];
  const children = fields
    .filter(([, value]) => value !== '')
    .map(([field, value]): ListItem => {
      const line: PhrasingContent = { type: 'text', value: `${fieldLabel(field, language)}: ${value}` };
      return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [line] }] };
    });
  return children.length === 0 ? [] : [{ type: 'list', ordered: false, spread: false, children }];
}

interface Header {
  readonly speaker: string | null;
  readonly startMs: number | null;
}

/** A paragraph of the file: the start of a turn, or more words of one. */
interface Passage {
  readonly header: Header | null;
  readonly text: string;
  readonly line: number;
}

/** Reads a Markdown file; never throws. */
export function readMarkdown(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  try {
    return readNodes([...fromMarkdown(reading.text).children], reading);
  } catch (error) {
    // Blocks within blocks, deeper than the stack: the only thing that the parser cannot take.
    if (!(error instanceof RangeError)) throw error;
    const deep = new Reading(bytes, context);
    deep.warn('unreadable-part', 1, deep.text);
    return deep.result();
  }
}

function readNodes(nodes: RootContent[], reading: Reading): ImportResult {
  const found: { title?: string; date?: string; place?: string } = {};
  const [first] = nodes;
  if (first?.type === 'heading' && first.depth === 1) {
    found.title = oneLine(textOf(first.children, reading));
    nodes.shift();
  }
  const data = nodes[0]?.type === 'list' ? readRecordingData(nodes[0], reading) : null;
  if (data) {
    Object.assign(found, data);
    nodes.shift();
  }
  const passages = nodes.flatMap((node) => passagesOf(node, reading));
  const headed = passages.some(({ header }) => header !== null);
  const turns: { header: Header | null; text: string; line: number }[] = [];
  for (const passage of passages) {
    const last = turns.at(-1);
    if (last && headed && passage.header === null) last.text += (last.text === '' ? '' : '\n') + passage.text;
    else turns.push({ ...passage });
  }
  for (const { header, text, line } of turns) {
    const { speaker, startMs } = header ?? { speaker: null, startMs: null };
    reading.add({ speaker, startMs, endMs: null, content: parseInlines(text), line });
  }
  return reading.result(found);
}

/** Returns the date and place in a list of labelled data, or null when the list is something else. */
function readRecordingData(list: List, reading: Reading): { date?: string; place?: string } | null {
  const data: { date?: string; place?: string } = {};
  for (const item of list.children) {
    const [paragraph] = item.children;
    const text = paragraph?.type === 'paragraph' ? textOf(paragraph.children, reading) : '';
    const [, label = '', value = ''] = /^([^:]+):\s*(.*)$/s.exec(text) ?? [];
    const field = fieldByLabel(label);
    if (!field) return null;
    if (field === 'place') data.place = value;
    if (field === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) data.date = value;
    else if (field === 'date') reading.warn('unreadable-part', item.position?.start.line, text);
  }
  return data;
}

/** Returns the paragraphs in a block, however deep; of code and HTML the words are kept. */
function passagesOf(node: RootContent, reading: Reading): readonly Passage[] {
  const line = node.position?.start.line ?? 1;
  switch (node.type) {
    case 'paragraph':
      return [passageOf(node, reading, line)];
    case 'heading':
      return [{ header: null, text: textOf(node.children, reading), line }];
    case 'blockquote': {
      const label = quotedLabel(node);
      if (label === null) return node.children.flatMap((child) => passagesOf(child, reading));
      reading.warnOnce('not-kept', line, label);
      return [];
    }
    case 'list':
    case 'listItem':
      return node.children.flatMap((child) => passagesOf(child, reading));
    case 'code':
      return [{ header: null, text: node.value, line }];
    case 'thematicBreak':
      return [];
    default: {
      const words = 'value' in node ? oneLine(node.value.replace(/<[^<>]*>/g, ' ')) : '';
      reading.warn('unknown-markup', line, 'value' in node ? node.value : node.type);
      return words === '' ? [] : [{ header: null, text: words, line }];
    }
  }
}

const TIME_AFTER_NAME = /^\s*·\s*(\d{1,3}(?::\d{1,3}){1,2}(?:[.,]\d{1,9})?)[^\S\n\v]*(?:[\n\v]|$)/;

/** Returns a paragraph with what its bold beginning says: `**Name** · 0:00`, `**Name**`, `**0:00**`, `**Name:** words`. */
function passageOf({ children }: Paragraph, reading: Reading, line: number): Passage {
  const [bold, ...others] = children;
  const plain = (): Passage => ({ header: null, text: textOf(children, reading), line });
  if (bold?.type !== 'strong') return plain();
  const name = oneLine(textOf(bold.children, reading));
  const rest = textWithBreaks(others, reading);
  const timed = TIME_AFTER_NAME.exec(rest);
  if (timed) {
    const startMs = parseTime(timed[1] ?? '');
    if (startMs === null) reading.warn('bad-time', line, timed[1]);
    return { header: { speaker: name, startMs }, text: softened(rest.slice(timed[0].length)), line };
  }
  if (rest === '' || /^[\n\v]/.test(rest)) {
    const startMs = name.includes(':') ? parseTime(name) : null;
    const speaker = startMs !== null || name === NOBODY ? null : name.replace(/:$/, '');
    return { header: { speaker, startMs }, text: softened(rest.slice(1)), line };
  }
  const labelled = name.endsWith(':') ? name.slice(0, -1) : rest.startsWith(':') ? name : '';
  if (!isSpeakerName(labelled)) return plain();
  return {
    header: { speaker: labelled, startMs: null },
    text: softened(rest.replace(/^:/, '')).trim(),
    line,
  };
}

/** Stands for a line end that Markdown shows as a space; no text holds it. */
const SOFT_BREAK = '\v';
const softened = (text: string) => text.replaceAll(SOFT_BREAK, ' ');

/** Returns the words of inline content, `\n` for a hard break and a space for a soft one. */
const textOf = (nodes: readonly PhrasingContent[], reading: Reading) =>
  softened(textWithBreaks(nodes, reading));

function textWithBreaks(nodes: readonly PhrasingContent[], reading: Reading): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value.replaceAll('\n', SOFT_BREAK);
      if (node.type === 'break') return '\n';
      const line = node.position?.start.line ?? 1;
      if (node.type !== 'strong') reading.warnOnce('unknown-markup', line, node.type);
      if ('children' in node) return textWithBreaks(node.children, reading);
      if (node.type === 'inlineCode') return node.value;
      return 'alt' in node ? (node.alt ?? '') : '';
    })
    .join('');
}
