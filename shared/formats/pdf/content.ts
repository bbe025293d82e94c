import { CATALOGUES } from '../../i18n/i18n.ts';
import { localFormats } from '../../i18n/local-formats.ts';
import { formatTime } from '../../model/time.ts';
import type { Turn } from '../../model/turn.ts';
import { wordsBeside } from '../beside.ts';
import { type HeadField, recordingFields, speakingSpeakers } from '../document-head.ts';
import type { ExportOptions, TranscriptDocument } from '../format.ts';
import { oneLine, plainText, type ShownInline } from '../inline-text.ts';
import { fieldLabel } from '../labels.ts';
import { placeRemarks, type Remark, remarkHead } from '../remarks.ts';
import { speakerNames } from '../speaker-names.ts';
import { NOBODY } from '../word-styles.ts';
import type { Span, TextStyle } from './lines.ts';

const INK = '#16191d';
const GREY = '#59616b';
/** How each part of the document looks. */
export const STYLE = {
  title: { look: 'bold', size: 19, colour: INK },
  heading: { look: 'bold', size: 13, colour: INK },
  label: { look: 'regular', size: 9.5, colour: GREY },
  value: { look: 'regular', size: 9.5, colour: INK },
  name: { look: 'bold', size: 9.5, colour: INK },
  speaker: { look: 'bold', size: 10.5, colour: INK },
  time: { look: 'regular', size: 9, colour: GREY },
  text: { look: 'regular', size: 10.5, colour: INK },
  tag: { look: 'italic', size: 10.5, colour: GREY },
  timestamp: { look: 'regular', size: 9.5, colour: GREY },
  margin: { look: 'regular', size: 8.5, colour: GREY },
  mark: { look: 'bold', size: 6.5, colour: '#1f5fa8', rise: 4 },
  number: { look: 'bold', size: 9.5, colour: '#1f5fa8' },
} as const satisfies Readonly<Record<string, TextStyle>>;
/** Everything that the file will show, as text. */
export interface Content {
  readonly title: string;
  readonly margin: string;
  readonly fields: readonly HeadField[];
  readonly speakersLabel: string;
  readonly speakers: readonly { readonly name: string; readonly details: string }[];
  readonly transcriptLabel: string;
  readonly turns: readonly ShownTurn[];
  readonly remarksLabel: string;
  readonly remarks: readonly ShownRemark[];
}

export interface ShownTurn {
  readonly speaker: string;
  /** Numbers of remarks on no words of the turn. */
  readonly marks: readonly Span[];
  readonly time: string;
  /** Lines of the text, then those of its translations; each a paragraph. */
  readonly lines: readonly (readonly Span[])[];
}

export interface ShownRemark {
  /** Named so in the file; the numbers in the text lead here. */
  readonly destination: string;
  readonly number: string;
  /** Paragraphs. */
  readonly lines: readonly (readonly Span[])[];
}

/** Returns what a document shows with these options. */
export function contentOf(document: TranscriptDocument, options: ExportOptions): Content {
  const { language } = options;
  const { headHash: _, ...plain } = document;
  const nameOf = speakerNames(document, options);
  const placed = placeRemarks(document, options);
  const numbers = new Map(placed.remarks.map((remark, index) => [remark, index + 1]));
  const markOf = (remark: Remark): Span => {
    const number = numbers.get(remark) ?? 0;
    return { text: `${number}`, style: { ...STYLE.mark, goTo: destinationOf(number) } };
  };
  const beside = wordsBeside(document, options);
  const title = oneLine(document.title);
  return {
    title,
    margin: [title, ...recordingFields({ ...plain, media: null }, language).map(([, value]) => value)]
      .filter((text) => text !== '')
      .join(' · '),
    fields: recordingFields(document, language),
    speakersLabel: fieldLabel('speakers', language),
    speakers: options.speakers ? speakingSpeakers(document, language) : [],
    transcriptLabel: fieldLabel('transcript', language),
    turns: document.turns.map((turn, index) => {
      const lines = linesOf(placed.shown[index] ?? [], (inline) => placed.endsAt(inline).map(markOf));
      const translated = beside.flatMap(({ label, texts }) => translatedLines(label, texts[index] ?? ''));
      const marks = placed.beside(index).map(markOf);
      return { ...headOf(turn, nameOf(turn), options), marks, lines: [...lines, ...translated] };
    }),
    remarksLabel: CATALOGUES[language].format.remark.heading,
    remarks: placed.remarks.map((remark, index) => shownRemark(remark, index + 1, options)),
  };
}

const destinationOf = (number: number) => `remark-${number}`;

function headOf(turn: Turn, name: string, options: ExportOptions) {
  return {
    speaker: name === '' && options.speakers ? NOBODY : name,
    time: options.times && turn.startMs !== null ? formatTime(turn.startMs, options.timeForm) : '',
  };
}

function linesOf(
  shown: readonly ShownInline[],
  marksBehind: (inline: ShownInline) => readonly Span[],
): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]];
  for (const inline of shown) {
    const marks = marksBehind(inline);
    // A number stands at the word, not behind the space after it.
    const words = marks.length > 0 ? inline.text.trimEnd() : inline.text;
    const add = (part: string) =>
      part.split('\n').forEach((text, index) => {
        if (index > 0) lines.push([]);
        if (text !== '') lines.at(-1)?.push({ text, style: STYLE[inline.type] });
      });
    add(words);
    lines.at(-1)?.push(...marks);
    add(inline.text.slice(words.length));
  }
  return lines.filter((spans) => spans.some(({ text }) => text.trim() !== ''));
}

/** Returns a translation, which stands under the original and says what it is. */
function translatedLines(label: string, text: string): readonly (readonly Span[])[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index): readonly Span[] => [
    ...(index === 0 ? [{ text: `${label}: `, style: STYLE.label }] : []),
    { text: line, style: STYLE.text },
  ]);
}

function shownRemark(remark: Remark, number: number, options: ExportOptions): ShownRemark {
  const { language } = options;
  const { dateTime } = localFormats(language);
  const signed = (author: string, at: string) =>
    [oneLine(author), dateTime.format(new Date(at))].filter((text) => text !== '').join(', ');
  const quiet = (text: string) => [{ text, style: STYLE.label }];
  const said = (text: string) =>
    plainText(text)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => [{ text: line, style: STYLE.value }]);
  const { resolved } = remark;
  return {
    destination: destinationOf(number),
    number: `${number}`,
    lines: [
      quiet(remarkHead(remark, options)),
      ...said(remark.body),
      quiet(signed(remark.author, remark.createdAt)),
      ...remark.replies.flatMap(({ author, at, body }) => [...said(`↳ ${body}`), quiet(signed(author, at))]),
      ...(resolved
        ? [quiet(`${CATALOGUES[language].format.remark.resolved}: ${signed(resolved.by, resolved.at)}`)]
        : []),
    ],
  };
}

/** Yields every text, for choosing fonts. */
export function* textsOf(content: Content): Generator<string> {
  yield* [content.title, content.margin, content.speakersLabel, content.transcriptLabel];
  for (const field of content.fields) yield* field;
  for (const { name, details } of content.speakers) yield* [name, details];
  for (const { speaker } of content.turns) yield speaker;
  yield content.remarksLabel;
  for (const { lines } of [...content.turns, ...content.remarks])
    for (const spans of lines) for (const { text } of spans) yield text;
}
