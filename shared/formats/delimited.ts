import Papa from 'papaparse';
import { formatTime } from '../model/time.ts';
import { wordsBeside } from './beside.ts';
import { encodeText } from './encoding.ts';
import type { ExportOptions, ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { inlineText } from './inline-text.ts';
import { readTable } from './read-table.ts';
import { Reading } from './reading.ts';
import { columnByName, columnLabel, statusLabel, type TableField } from './table-columns.ts';
import { shownSpeakers, tableFields } from './write-table.ts';

/** What a spreadsheet would run as a formula; an apostrophe before it says that it is text. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
/** By which a spreadsheet knows that the file is in UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Returns the bytes of a table with `delimiter` between cells. */
export function writeDelimited(
  document: TranscriptDocument,
  options: ExportOptions,
  delimiter: ',' | '\t',
): Uint8Array {
  const { language, timeForm } = options;
  const fields = tableFields(options);
  const speakerOf = shownSpeakers(document, language);
  const time = (ms: number | null) => (ms === null ? '' : formatTime(ms, timeForm));
  const beside = wordsBeside(document, options);
  const rows = document.turns.map((turn, index) => {
    const cells: Readonly<Record<TableField, string>> = {
      start: time(turn.startMs),
      end: time(turn.endMs),
      ...speakerOf(turn),
      status: statusLabel(turn.status, language),
      text: inlineText(turn.content, options).trim(),
    };
    return [...fields.map((field) => cells[field]), ...beside.map(({ texts }) => texts[index] ?? '')];
  });
  const names = [...fields.map((field) => columnLabel(field, language)), ...beside.map(({ label }) => label)];
  const table = [names, ...rows];
  return encodeText(
    `${BYTE_ORDER_MARK}${Papa.unparse(table, { delimiter, newline: '\r\n', escapeFormulae: FORMULA })}\r\n`,
  );
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Returns what stands between the names of columns in the first line; '' where it names fewer than two. */
function delimiterOfHeader(text: string): string {
  const header = text.slice(0, 1000).split(/\r?\n/, 1)[0] ?? '';
  const named = (delimiter: string) =>
    header.split(delimiter).filter((name) => columnByName(name.replace(/^\uFEFF?"|"$/g, ''))).length;
  const best = DELIMITERS.reduce((a, b) => (named(b) > named(a) ? b : a));
  return named(best) >= 2 ? best : '';
}

/** Reads a table with commas, semicolons, tabs or bars between cells, whichever it has; never throws. */
export function readDelimited(bytes: Uint8Array, context: ImportContext, delimiter?: '\t'): ImportResult {
  const reading = new Reading(bytes, context);
  const parse = (quoteChar?: string) =>
    Papa.parse<string[]>(reading.text, {
      delimiter: delimiter ?? delimiterOfHeader(reading.text),
      delimitersToGuess: [...DELIMITERS],
      ...(quoteChar === undefined ? {} : { quoteChar }),
    });
  const quoted = parse();
  // Most programs that write tabs know no quotes, and those of a text would hide the tabs after them.
  const broken = delimiter === '\t' && quoted.errors.some(({ type }) => type === 'Quotes');
  const { data, errors } = broken ? parse('\0') : quoted;
  for (const { row, message, type } of errors)
    if (type === 'Quotes') reading.warn('unreadable-part', (row ?? 0) + 1, message);
  readTable(
    reading,
    data.map((cells) => cells.map((cell) => (FORMULA.test(cell) ? cell.replace(/^'/, '') : cell))),
  );
  return reading.result();
}
