import {
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import { longDate } from '../i18n/local-formats.ts';
import { type Language, localText } from '../model/language.ts';
import { type Speaker, speakerName } from '../model/speaker.ts';
import { formatTime } from '../model/time.ts';
import type { Inline, Turn } from '../model/turn.ts';
import type { ExportOptions, TranscriptDocument } from './format.ts';
import { oneLine, shownInlines } from './inline-text.ts';
import { fieldLabel, type RecordingField } from './labels.ts';
import { speakerNames } from './speaker-names.ts';
import { CHARACTER, DATE_PROPERTY, NOBODY, PAGE, PARAGRAPH, stylesFor } from './word-styles.ts';

/** Returns the bytes of a Word file. */
export async function writeDocx(document: TranscriptDocument, options: ExportOptions): Promise<Uint8Array> {
  const title = oneLine(document.title);
  const nameOf = speakerNames(document, options);
  const file = new Document({
    title,
    creator: 'Minber',
    lastModifiedBy: 'Minber',
    customProperties: document.date === null ? [] : [{ name: DATE_PROPERTY, value: document.date }],
    styles: stylesFor(document.language),
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: footer(title) },
        children: [
          ...(title === '' ? [] : [paragraph({ heading: HeadingLevel.TITLE }, title)]),
          ...recordingData(document, options.language),
          ...(options.speakers ? speakerList(document, options.language) : []),
          paragraph({ heading: HeadingLevel.HEADING_1 }, fieldLabel('transcript', options.language)),
          ...document.turns.flatMap((turn) => turnParagraphs(turn, nameOf(turn), options)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function footer(title: string): Footer {
  const page = new TextRun({
    children: [title, new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: [new Paragraph({ style: PARAGRAPH.footer, children: [page] })] });
}

function recordingData({ date, place, media }: TranscriptDocument, language: Language): readonly Paragraph[] {
  const fields: readonly (readonly [RecordingField, string])[] = [
    ['date', date === null ? '' : longDate(date, language)],
    ['place', oneLine(place)],
    ['recording', oneLine(media?.name ?? '')],
    ['duration', media ? formatTime(media.durationMs) : ''],
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([field, value]) => {
      const label = new TextRun({ style: CHARACTER.label, text: fieldLabel(field, language) });
      return new Paragraph({
        style: PARAGRAPH.data,
        children: [label, new TextRun({ children: [new Tab(), value] })],
      });
    });
}

/** Lists the speakers who have a turn, in the order in which they first speak. */
function speakerList({ turns, speakers }: TranscriptDocument, language: Language): readonly Paragraph[] {
  const speaking = new Set(turns.map(({ speakerId }) => speakerId));
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const lines = [...speaking].flatMap((id) => {
    const speaker = id === null ? undefined : byId.get(id);
    return speaker ? [speakerLine(speaker, language)] : [];
  });
  if (lines.length === 0) return [];
  return [paragraph({ heading: HeadingLevel.HEADING_1 }, fieldLabel('speakers', language)), ...lines];
}

function speakerLine(speaker: Speaker, language: Language): Paragraph {
  const details = [speaker.title, speaker.organisation, speaker.country]
    .map((text) => oneLine(localText(text, language)))
    .filter((text) => text !== '');
  const name = oneLine(speakerName(speaker, language));
  return new Paragraph({
    style: PARAGRAPH.participant,
    children: [
      new TextRun({ style: CHARACTER.name, text: name }),
      ...(details.length > 0 ? [new TextRun(` – ${details.join(', ')}`)] : []),
    ],
  });
}

/** Returns a turn: a line with speaker and time, kept with the words under it; each line of words a paragraph. */
function turnParagraphs(turn: Turn, name: string, options: ExportOptions): readonly Paragraph[] {
  const time = options.times && turn.startMs !== null ? formatTime(turn.startMs, options.timeForm) : '';
  const lines = contentLines(turn.content, options);
  const who = name === '' && options.speakers ? NOBODY : name;
  const header = [
    ...(who === '' ? [] : [new TextRun(who)]),
    ...(time === ''
      ? []
      : [new TextRun({ style: CHARACTER.time, children: [...(who === '' ? [] : [new Tab()]), time] })]),
  ];
  return [
    ...(header.length > 0
      ? [new Paragraph({ style: PARAGRAPH.speaker, keepNext: lines.length > 0, children: header })]
      : []),
    ...lines.map(
      ({ text, runs }) =>
        new Paragraph({ style: PARAGRAPH.turn, bidirectional: isRightToLeft(text), children: [...runs] }),
    ),
  ];
}

interface Line {
  text: string;
  readonly runs: TextRun[];
}

function contentLines(content: readonly Inline[], options: ExportOptions): readonly Line[] {
  const lines: Line[] = [{ text: '', runs: [] }];
  const add = (text: string, style?: string) => {
    const line = lines.at(-1);
    if (!line || text === '') return;
    line.text += text;
    line.runs.push(new TextRun({ text, ...(style ? { style } : {}), rightToLeft: isRightToLeft(text) }));
  };
  const style = { text: undefined, tag: CHARACTER.tag, timestamp: CHARACTER.time };
  for (const inline of shownInlines(content, options)) {
    inline.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push({ text: '', runs: [] });
      add(text, style[inline.type]);
    });
  }
  return lines.filter(({ text }) => text.trim() !== '');
}

/** Tells by the first letter that has a direction. */
function isRightToLeft(text: string): boolean {
  const [letter = ''] = /\p{L}/u.exec(text) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter);
}

const paragraph = (options: IParagraphOptions, text: string) =>
  new Paragraph({ ...options, children: [new TextRun(text)] });
