import JSZip from 'jszip';
import Papa from 'papaparse';
import readExcel from 'read-excel-file/universal';
import { decodeText, type Encoding } from '../formats/encoding.ts';
import { zipPart } from '../formats/zip-part.ts';

/** A table of words, and by which encoding it was read; null where the file says so itself. */
export interface Sheet {
  readonly rows: readonly (readonly string[])[];
  /** Where nothing in the file proves it. */
  readonly assumedEncoding: string | null;
  /** The names of further sheets, which are not read. */
  readonly otherSheets: readonly string[];
}

/** Why a file cannot be read: no table, or more than a delegate list can be. */
export type SheetFault = 'unreadable' | 'too-large' | 'empty';
export type ReadSheet = { readonly sheet: Sheet } | { readonly fault: SheetFault };

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const MOST_PARTS = 1000;
/** More rows, columns or cells no list of delegates has. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;

/**
 * Reads a table: an Excel workbook (its first sheet), or text with commas, semicolons, tabs or bars between cells, in
 * whichever encoding (`language`, a BCP 47 tag, decides between one-byte ones). Never rejects.
 */
export async function readSheet(
  bytes: Uint8Array,
  language: string,
  encoding?: Encoding,
): Promise<ReadSheet> {
  if (bytes.length > MOST_BYTES) return { fault: 'too-large' };
  const read =
    bytes[0] === 0x50 && bytes[1] === 0x4b ? await readWorkbook(bytes) : readText(bytes, language, encoding);
  if ('fault' in read) return read;
  const { rows } = read.sheet;
  if (rows.every((cells) => cells.every((cell) => cell === ''))) return { fault: 'empty' };
  if (rows.length > MOST_ROWS || rows.some((cells) => cells.length > MOST_COLUMNS))
    return { fault: 'too-large' };
  return read;
}

const FORMULA_MARK = /^'(?=['=+\-@\t\r＝＋－＠])/;

function readText(bytes: Uint8Array, language: string, encoding?: Encoding): ReadSheet {
  const { text, assumed } = decodeText(bytes, language, encoding);
  if (text === null) return { fault: 'unreadable' };
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
  });
  const rows = data.map((cells) => cells.map((cell) => cell.replace(FORMULA_MARK, '').trim()));
  return { sheet: { rows, assumedEncoding: assumed, otherSheets: [] } };
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet> {
  const fault = await workbookFault(bytes);
  if (fault) return { fault };
  try {
    const [first, ...others] = await readExcel(bytes.slice().buffer);
    if (!first) return { fault: 'empty' };
    const rows = first.data.map((cells) => cells.map((cell) => cellText(cell)));
    return {
      sheet: {
        rows: rows.filter((cells) => cells.some((cell) => cell !== '')),
        assumedEncoding: null,
        otherSheets: others.map(({ sheet }) => sheet),
      },
    };
  } catch {
    return { fault: 'unreadable' };
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

/** Looks at what a workbook unpacks to before anything is unpacked whole, whatever sizes its headers claim. */
async function workbookFault(bytes: Uint8Array): Promise<SheetFault | null> {
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  if (!zip) return 'unreadable';
  const parts = Object.values(zip.files).filter(({ dir }) => !dir);
  if (parts.length > MOST_PARTS) return 'too-large';
  let left = MOST_UNPACKED_BYTES;
  for (const part of parts) {
    const unpacked = await zipPart(part, left);
    if (!unpacked) return 'too-large';
    left -= unpacked.length;
    if (/worksheets\/[^/]*\.xml$/.test(part.name) && !isModest(unpacked)) return 'too-large';
  }
  return null;
}

/** A single cell far away makes a reader lay out all that lies before it. */
function isModest(xml: Uint8Array): boolean {
  const { TextDecoder } = globalThis as unknown as {
    TextDecoder: new () => { decode(bytes: Uint8Array): string };
  };
  for (const [, letters = '', digits = ''] of new TextDecoder()
    .decode(xml)
    .matchAll(/[r:"]([A-Z]{1,3})(\d+)"/g)) {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > MOST_COLUMNS || Number(digits) > MOST_ROWS) return false;
  }
  return true;
}
