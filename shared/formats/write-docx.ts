import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Language } from '../model/language.ts';
import { formatTime } from '../model/time.ts';
import { type Inline, type Turn, turnText } from '../model/turn.ts';
import { type TextBeside, textsBeside } from './beside.ts';
import { recordingFields, speakingSpeakers } from './document-head.ts';
import type { ExportOptions, TranscriptDocument } from './format.ts';
import { oneLine, plainText } from './inline-text.ts';
import { fieldLabel } from './labels.ts';
import { placeRemarks } from './remarks.ts';
import { speakerNames } from './speaker-names.ts';
import { type TurnComments, WordComments } from './word-comments.ts';
import { CHARACTER, DATE_PROPERTY, NOBODY, PAGE, PARAGRAPH, stylesFor } from './word-styles.ts';

/** Returns the bytes of a Word file. */
export async function writeDocx(document: TranscriptDocument, options: ExportOptions): Promise<Uint8Array> {
  const title = oneLine(document.title);
  const nameOf = speakerNames(document, options);
  const placed = placeRemarks(document, options);
  const comments = new WordComments(placed, options);
  const beside = textsBeside(document);
  const rows = document.turns.map((turn, index) =>
    turnParagraphs(turn, nameOf(turn), options, comments.turn(index), beside.length > 0),
  );
  const file = new Document({
    title,
    creator: 'Minber',
    lastModifiedBy: 'Minber',
    customProperties: document.date === null ? [] : [{ name: DATE_PROPERTY, value: document.date }],
    styles: stylesFor(document.language),
    ...(placed.remarks.length > 0 ? { comments: { children: comments.all() } } : {}),
    sections: [
      {
        // The first page has the title itself.
        properties: { page: PAGE, titlePage: true },
        headers: { default: header(document, options.language), first: new Header({ children: [] }) },
        footers: { default: footer(), first: footer() },
        children: [
          ...(title === '' ? [] : [paragraph({ heading: HeadingLevel.TITLE }, title)]),
          ...recordingData(document, options.language),
          ...(options.speakers ? speakerList(document, options.language) : []),
          paragraph({ heading: HeadingLevel.HEADING_1 }, fieldLabel('transcript', options.language)),
          ...(beside.length > 0 ? [columns(document, rows, beside)] : rows.flat()),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function header(document: TranscriptDocument, language: Language): Header {
  const { headHash: _, ...plain } = document;
  const data = recordingFields({ ...plain, media: null }, language).map(([, value]) => value);
  const text = [oneLine(document.title), ...data].filter((part) => part !== '').join(' · ');
  return new Header({
    children: [new Paragraph({ style: PARAGRAPH.header, children: [new TextRun(text)] })],
  });
}

function footer(): Footer {
  const page = new TextRun({
    children: [new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: [new Paragraph({ style: PARAGRAPH.footer, children: [page] })] });
}

function recordingData(document: TranscriptDocument, language: Language): readonly Paragraph[] {
  return recordingFields(document, language).map(([field, value]) => {
    const label = new TextRun({ style: CHARACTER.label, text: field });
    return new Paragraph({
      style: PARAGRAPH.data,
      children: [label, new TextRun({ children: [new Tab(), value] })],
    });
  });
}

function speakerList(document: TranscriptDocument, language: Language): readonly Paragraph[] {
  const lines = speakingSpeakers(document, language).map(
    ({ name, details }) =>
      new Paragraph({
        style: PARAGRAPH.participant,
        children: [
          new TextRun({ style: CHARACTER.name, text: name }),
          ...(details === '' ? [] : [new TextRun(` – ${details}`)]),
        ],
      }),
  );
  if (lines.length === 0) return [];
  return [paragraph({ heading: HeadingLevel.HEADING_1 }, fieldLabel('speakers', language)), ...lines];
}

/** Returns a turn: a line with speaker and time, kept with the words under it; each line of words a paragraph. */
function turnParagraphs(
  turn: Turn,
  name: string,
  options: ExportOptions,
  comments: TurnComments,
  isNarrow: boolean,
): readonly Paragraph[] {
  const time = options.times && turn.startMs !== null ? formatTime(turn.startMs, options.timeForm) : '';
  const lines = contentLines(comments);
  const who = name === '' && options.speakers ? NOBODY : name;
  const named = [
    ...(who === '' ? [] : [new TextRun(who)]),
    ...(time === ''
      ? []
      : [
          new TextRun({
            style: CHARACTER.time,
            children: [...(who === '' ? [] : isNarrow ? ['  '] : [new Tab()]), time],
          }),
        ]),
  ];
  const hasHeader = named.length > 0 || (lines.length === 0 && comments.beside.length > 0);
  if (!hasHeader) lines[0]?.runs.unshift(...comments.beside);
  return [
    ...(hasHeader
      ? [
          new Paragraph({
            style: PARAGRAPH.speaker,
            keepNext: lines.length > 0,
            children: [...named, ...comments.beside],
          }),
        ]
      : []),
    ...lines.map(
      ({ text, runs }) =>
        new Paragraph({ style: PARAGRAPH.turn, bidirectional: isRightToLeft(text), children: [...runs] }),
    ),
  ];
}

/** Returns the original at the left and each translation in a column of its own, a row a turn, under their languages. */
function columns(
  document: TranscriptDocument,
  rows: readonly (readonly Paragraph[])[],
  beside: readonly TextBeside[],
): Table {
  const width = { size: 100 / (beside.length + 1), type: WidthType.PERCENTAGE };
  const cell = (children: readonly Paragraph[]) =>
    new TableCell({ width, children: children.length > 0 ? children : [new Paragraph('')] });
  const head = [document.language, ...beside.map(({ language }) => language)].map((tag) =>
    cell([new Paragraph({ style: PARAGRAPH.header, children: [new TextRun(tag)] })]),
  );
  const line = { style: BorderStyle.SINGLE, size: 2, color: 'BFBFBF' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      new TableRow({ tableHeader: true, children: head }),
      ...rows.map(
        (paragraphs, index) =>
          new TableRow({
            children: [
              cell(paragraphs),
              ...beside.map(({ contents }) => cell(translated(contents[index] ?? []))),
            ],
          }),
      ),
    ],
  });
}

const translated = (content: readonly Inline[]): readonly Paragraph[] =>
  turnText({ content })
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map(
      (text) =>
        new Paragraph({
          style: PARAGRAPH.translation,
          bidirectional: isRightToLeft(text),
          children: [textRun(plainText(text), undefined)],
        }),
    );

interface Line {
  text: string;
  readonly runs: ParagraphChild[];
}

function contentLines({ shown, before, after }: TurnComments): Line[] {
  const lines: Line[] = [{ text: '', runs: [] }];
  const add = (text: string, runs: readonly ParagraphChild[]) => {
    const line = lines.at(-1);
    if (!line) return;
    line.text += text;
    line.runs.push(...runs);
  };
  const style = { text: undefined, tag: CHARACTER.tag, timestamp: CHARACTER.time };
  for (const inline of shown) {
    add('', before(inline));
    inline.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push({ text: '', runs: [] });
      if (text !== '') add(text, [textRun(text, style[inline.type])]);
    });
    add('', after(inline));
  }
  // A line without words goes, but not with the end of a comment on it.
  return lines.filter(
    ({ text, runs }) => text.trim() !== '' || runs.some((run) => !(run instanceof TextRun)),
  );
}

const textRun = (text: string, style: string | undefined) =>
  new TextRun({ text, ...(style ? { style } : {}), rightToLeft: isRightToLeft(text) });

/** Tells by the first letter that has a direction. */
function isRightToLeft(text: string): boolean {
  const [letter = ''] = /\p{L}/u.exec(text) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter);
}

const paragraph = (options: IParagraphOptions, text: string) =>
  new Paragraph({ ...options, children: [new TextRun(text)] });
