import writeExcel, { type CellObject, type Sheet } from 'write-excel-file/universal';
import { turnText } from '../model/turn.ts';
import { wordsBeside } from './beside.ts';
import type { ExportOptions, TranscriptDocument } from './format.ts';
import { inlineText, plainText } from './inline-text.ts';
import { fieldLabel } from './labels.ts';
import { columnLabel, statusLabel, type TableField } from './table-columns.ts';
import { shownSpeaker, shownSpeakers, tableFields } from './write-table.ts';

/** Excel takes no more in a cell; a longer text goes on in the next row. */
const LONGEST_TEXT = 32_000;
const DAY_MS = 86_400_000;
const CLOCK = '[hh]:mm:ss.000';
/** Widths in characters. */
const WIDTHS: Readonly<Record<TableField, number>> = {
  start: 13,
  end: 13,
  speaker: 26,
  title: 24,
  organisation: 24,
  country: 14,
  status: 12,
  text: 90,
};

type SheetCell = CellObject | null;

/** Returns the bytes of an Excel workbook. */
export async function writeXlsx(document: TranscriptDocument, options: ExportOptions): Promise<Uint8Array> {
  const sheets = [turnSheet(document, options)];
  if (options.speakers && document.speakers.length > 0) sheets.push(speakerSheet(document, options));
  const file: { toBlob(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }> } = writeExcel(sheets);
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

/** Text is never a formula, since its type says so; `_x0041_` would be read as a letter. */
const text = (words: string): SheetCell => ({
  value: plainText(words).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'),
  type: String,
  wrap: true,
  alignVertical: 'top',
});
const heading = (words: string): SheetCell => ({ ...text(words), fontWeight: 'bold' });
const time = (ms: number | null): SheetCell =>
  ms === null ? null : { value: ms / DAY_MS, type: Number, format: CLOCK, alignVertical: 'top' };
const count = (value: number): SheetCell => ({ value, type: Number, format: '0', alignVertical: 'top' });

function turnSheet(document: TranscriptDocument, options: ExportOptions): Sheet<never> {
  const { language } = options;
  const fields = tableFields(options);
  const speakerOf = shownSpeakers(document, language);
  const precise: ExportOptions = { ...options, timeForm: 'h:mm:ss.mmm' };
  const beside = wordsBeside(document, precise);
  const rows = document.turns.flatMap((turn, index) => {
    const speaker = speakerOf(turn);
    const pieces = cellTexts(inlineText(turn.content, precise));
    const translated = beside.map(({ texts }) => cellTexts(texts[index] ?? ''));
    const height = Math.max(1, pieces.length, ...translated.map(({ length }) => length));
    const cells: Readonly<Record<TableField, SheetCell>> = {
      start: time(turn.startMs),
      end: time(turn.endMs),
      speaker: text(speaker.speaker),
      title: text(speaker.title),
      organisation: text(speaker.organisation),
      country: text(speaker.country),
      status: text(statusLabel(turn.status, language)),
      text: text(pieces[0] ?? ''),
    };
    return Array.from({ length: height }, (_, row) => [
      ...fields.map((field) => {
        if (row === 0) return cells[field];
        return field === 'text' ? text(pieces[row] ?? '') : null;
      }),
      ...translated.map((cell) => text(cell[row] ?? '')),
    ]);
  });
  return {
    sheet: fieldLabel('transcript', language),
    data: [
      [...fields.map((field) => columnLabel(field, language)), ...beside.map(({ label }) => label)].map(
        heading,
      ),
      ...rows,
    ],
    columns: [...fields.map((field) => WIDTHS[field]), ...beside.map(() => WIDTHS.text)].map((width) => ({
      width,
    })),
    stickyRowsCount: 1,
  };
}

/** Returns the text in pieces that cells hold, cut at spaces where there are any. */
function cellTexts(words: string): readonly string[] {
  const trimmed = words.trim();
  const pieces: string[] = [];
  for (let at = 0; at < trimmed.length; ) {
    const full = trimmed.slice(at, at + LONGEST_TEXT);
    const cut = at + full.length < trimmed.length ? full.search(/\s\S*$/) : -1;
    const piece = cut > 0 ? full.slice(0, cut) : full;
    pieces.push(piece);
    at += cut > 0 ? cut + 1 : piece.length;
  }
  return pieces;
}

function speakerSheet({ speakers, turns }: TranscriptDocument, { language }: ExportOptions): Sheet<never> {
  const columns = ['speaker', 'title', 'organisation', 'country', 'turns', 'words', 'speakingTime'] as const;
  const rows = speakers.map((speaker) => {
    const own = turns.filter(({ speakerId }) => speakerId === speaker.id);
    const shown = shownSpeaker(speaker, language);
    const spokenMs = own.reduce(
      (sum, { startMs, endMs }) => sum + (endMs ?? 0) - (endMs === null ? 0 : (startMs ?? endMs)),
      0,
    );
    const words = own.reduce(
      (sum, turn) => sum + (turnText(turn).match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0),
      0,
    );
    return [
      text(shown.speaker),
      text(shown.title),
      text(shown.organisation),
      text(shown.country),
      count(own.length),
      count(words),
      time(spokenMs),
    ];
  });
  return {
    sheet: fieldLabel('speakers', language),
    data: [columns.map((column) => heading(columnLabel(column, language))), ...rows],
    columns: columns.map((column) => ({ width: column in WIDTHS ? WIDTHS[column as TableField] : 14 })),
    stickyRowsCount: 1,
  };
}
