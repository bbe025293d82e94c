import { oneLine, parseInlines } from './inline-text.ts';
import type { FoundColumn } from './read-choices.ts';
import type { Reading } from './reading.ts';
import { isSpeakerName } from './speaker-prefix.ts';
import {
  columnByName,
  columnLabel,
  type ReadColumn,
  type ReadField,
  statusByLabel,
} from './table-columns.ts';

type Row = readonly string[];
/** What each column is; null is not known. */
type Columns = readonly (ReadColumn | null)[];

const JUDGED_ROWS = 500;

/**
 * Adds the turns of a table, a row each. Columns are known by the names in the first row, else by what is in them;
 * a warning then says what was taken for what. Blank rows are passed over.
 */
export function readTable(reading: Reading, rows: readonly Row[], firstLine = 1): void {
  const first = rows.findIndex((cells) => !isBlank(cells));
  const named = (rows[first] ?? []).map(columnByName);
  const headed = named.some((column) => column?.field === 'text') || named.filter(Boolean).length >= 2;
  const body = rows.slice(headed ? first + 1 : Math.max(first, 0));
  const judged = body.slice(0, JUDGED_ROWS).filter((cells) => !isBlank(cells));
  const said = reading.choices.columns?.map((field) => (field === null ? null : { field, unit: null }));
  const columns = withUnits(
    said ?? (headed ? withText(named, judged) : guessed(judged, reading.time)),
    judged,
  );
  reading.foundColumns(foundColumns(columns, headed ? (rows[first] ?? []) : [], judged));
  if (!said) stateColumns(reading, columns, headed ? named : [], rows[first] ?? [], firstLine + first);
  body.forEach((cells, index) => {
    if (!isBlank(cells)) readRow(reading, cells, columns, firstLine + rows.length - body.length + index);
  });
}

const isBlank = (cells: Row) => cells.every((cell) => cell.trim() === '');

/** Returns the columns with the text found by its length, where no name tells it. */
function withText(columns: Columns, rows: readonly Row[]): Columns {
  if (columns.some((column) => column?.field === 'text')) return columns;
  const longest = longestColumn(rows, (index) => columns[index] === null);
  return columns.map((column, index) => (index === longest ? { field: 'text', unit: null } : column));
}

function guessed(rows: readonly Row[], time: (text: string) => number | null): Columns {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const cellsOf = (index: number) =>
    rows.map((cells) => cells[index]?.trim() ?? '').filter((cell) => cell !== '');
  const indexes = Array.from({ length: width }, (_, index) => index);
  const times = indexes.filter((index) => isMostly(cellsOf(index), (cell) => time(cell) !== null));
  // A column that counts the rows is no time.
  const counts = (index: number) => {
    const cells = cellsOf(index);
    return cells.every((cell, row) => Number(cell) === row + Number(cells[0]));
  };
  const counter = times.length > 1 ? times.find((index) => rows.length > 1 && counts(index)) : undefined;
  const [start, end] = times.filter((index) => index !== counter);
  const text = longestColumn(rows, (index) => !times.includes(index));
  const speaker = indexes.find(
    (index) => index !== text && !times.includes(index) && isMostly(cellsOf(index), isSpeakerName),
  );
  const fields: readonly (readonly [number | undefined, ReadField])[] = [
    [counter, 'number'],
    [start, 'start'],
    [end, 'end'],
    [speaker, 'speaker'],
    [text ?? undefined, 'text'],
  ];
  return indexes.map((index) => {
    const field = fields.find(([at]) => at === index)?.[1];
    return field === undefined ? null : { field, unit: null };
  });
}

const isMostly = (cells: readonly string[], test: (cell: string) => boolean) =>
  cells.length > 0 && cells.filter(test).length >= 0.8 * cells.length;

function longestColumn(rows: readonly Row[], allowed: (index: number) => boolean): number | null {
  const lengths: number[] = [];
  for (const cells of rows)
    cells.forEach((cell, index) => {
      if (allowed(index)) lengths[index] = (lengths[index] ?? 0) + cell.length;
    });
  const longest = lengths.reduce((most, length) => Math.max(most, length ?? 0), 0);
  const at = lengths.indexOf(longest);
  return longest > 0 && at >= 0 ? at : null;
}

/** Slower than this nobody speaks: whole numbers are then milliseconds. */
const FEWEST_CHARACTERS_PER_SECOND = 1;

/** Returns the columns with milliseconds for whole numbers that would be far too many seconds for the words. */
function withUnits(columns: Columns, rows: readonly Row[]): Columns {
  const at = (field: ReadField) => columns.findIndex((column) => column?.field === field);
  const times = columns.flatMap((column, index) => (column && isTime(column.field) ? [index] : []));
  const numbers = times.map((index) => rows.map((cells) => cells[index]?.trim() ?? '').filter(Boolean));
  if (numbers.length === 0 || !numbers.flat().every((cell) => /^\d+$/.test(cell))) return columns;
  const lastSeconds = Math.max(0, ...numbers.flatMap((cells) => Number(cells.at(-1) ?? 0)));
  const characters = rows.reduce((sum, cells) => sum + (cells[at('text')]?.length ?? 0), 0);
  if (characters >= lastSeconds * FEWEST_CHARACTERS_PER_SECOND) return columns;
  return columns.map((column) =>
    column && isTime(column.field) && column.unit === null ? { ...column, unit: 'ms' } : column,
  );
}

const isTime = (field: ReadField) => field === 'start' || field === 'end' || field === 'duration';

const LONGEST_SAMPLE = 60;

function foundColumns(columns: Columns, names: Row, rows: readonly Row[]): readonly FoundColumn[] {
  return columns.map((column, index) => {
    const sample = rows.map((cells) => oneLine(cells[index] ?? '')).find((cell) => cell !== '') ?? '';
    return {
      name: oneLine(names[index] ?? '').slice(0, LONGEST_SAMPLE),
      sample: [...sample].slice(0, LONGEST_SAMPLE).join(''),
      field: column?.field ?? null,
    };
  });
}

/** Says what was assumed of the columns, and which are left out. */
function stateColumns(reading: Reading, columns: Columns, named: Columns, names: Row, line: number): void {
  const assumed = columns.flatMap((column, index) => {
    const known = named[index] ?? null;
    if (!column || (known?.field === column.field && known.unit === column.unit)) return [];
    const unit = column.unit === null ? '' : ` (${column.unit})`;
    return [`${named.length > 0 ? (names[index] ?? '') : index + 1} = ${fieldName(column.field)}${unit}`];
  });
  if (assumed.length > 0) reading.warn('columns-assumed', line, assumed.join(', '));
  const rest = names.filter((name, index) => named.length > 0 && !columns[index] && name.trim() !== '');
  if (rest.length > 0) reading.warn('not-kept', line, rest.join(', '));
}

const fieldName = (field: ReadField) =>
  field === 'duration' || field === 'number' ? field : columnLabel(field, 'en').toLowerCase();

function readRow(reading: Reading, cells: Row, columns: Columns, line: number): void {
  const cell = (field: ReadField) =>
    cells[columns.findIndex((column) => column?.field === field)]?.trim() ?? '';
  const time = (field: ReadField) => {
    const written = cell(field);
    if (written === '') return null;
    const inMs = columns.some((column) => column?.field === field && column.unit === 'ms');
    const ms = inMs && /^\d+$/.test(written) ? Number(written) : reading.time(written);
    if (ms === null) reading.warn('bad-time', line, written);
    return ms;
  };
  const startMs = time('start');
  const durationMs = time('duration');
  const speaker = cell('speaker');
  const local = (field: ReadField) => reading.assumedLocal(cell(field));
  if (speaker !== '')
    reading.knowSpeaker(speaker, {
      name: local('speaker'),
      title: local('title'),
      organisation: local('organisation'),
      country: local('country'),
    });
  const status = statusByLabel(cell('status'));
  if (status === null) reading.warnOnce('not-kept', line, cell('status'));
  reading.add({
    speaker,
    startMs,
    endMs: time('end') ?? (startMs === null || durationMs === null ? null : startMs + durationMs),
    content: parseInlines(cell('text').replace(/\r\n?/g, '\n')),
    ...(status === null ? {} : { status }),
    line,
  });
}
