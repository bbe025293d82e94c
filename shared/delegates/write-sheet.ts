import Papa from 'papaparse';
import writeExcel, { type CellObject } from 'write-excel-file/universal';
import { encodeText } from '../formats/encoding.ts';
import { plainText } from '../formats/inline-text.ts';
import { CATALOGUES } from '../i18n/i18n.ts';
import { LANGUAGES, type Language } from '../model/language.ts';
import type { Post, Speaker } from '../model/speaker.ts';
import { type DelegateField, LOCAL_PARTS, localField, WRITTEN_FIELDS } from './columns.ts';

/** What a spreadsheet would run as a formula; an apostrophe before it says that it is text. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const BYTE_ORDER_MARK = '\ufeff';

/** Returns the heading over a column. */
export const columnHeading = (field: DelegateField, language: Language): string =>
  CATALOGUES[language].delegates.column[field];

/** A row for the title of any day, and one for each title of certain days. Portraits are not in a table. */
function rowsOf(speaker: Speaker): readonly Readonly<Partial<Record<DelegateField, string>>>[] {
  const { originalName, aliases = [], countryCode, posts = [] } = speaker;
  const row = (post: Pick<Post, 'title' | 'organisation'> & Partial<Post>) => {
    const texts = { name: speaker.name, country: speaker.country, ...post };
    return {
      ...Object.fromEntries(
        LOCAL_PARTS.flatMap((part) =>
          LANGUAGES.map((language) => [localField(part, language), texts[part][language] ?? '']),
        ),
      ),
      originalName: originalName?.text ?? '',
      aliases: aliases.join('; '),
      countryCode: countryCode ?? '',
      from: post.from ?? '',
      until: post.until ?? '',
    };
  };
  const always = row({ title: speaker.title, organisation: speaker.organisation });
  return [always, ...posts.map(row)];
}

function tableOf(speakers: readonly Speaker[], language: Language): readonly (readonly string[])[] {
  const fields = WRITTEN_FIELDS;
  return [
    fields.map((field) => columnHeading(field, language)),
    ...speakers.flatMap(rowsOf).map((row) => fields.map((field) => row[field] ?? '')),
  ];
}

/** Returns the list as comma-separated text in UTF-8 (RFC 4180), with headings in `language`. No cell is a formula. */
export function writeDelegatesCsv(speakers: readonly Speaker[], language: Language): Uint8Array {
  const table = tableOf(speakers, language).map((cells) => [...cells]);
  const text = Papa.unparse(table, { delimiter: ',', newline: '\r\n', escapeFormulae: FORMULA });
  return encodeText(`${BYTE_ORDER_MARK}${text}\r\n`);
}

/** Text is never a formula, since its type says so; `_x0041_` would be read as a letter. */
const cell = (words: string): CellObject | null =>
  words === '' ? null : { value: plainText(words).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'), type: String };

/** Returns the list as an Excel workbook with headings in `language`. */
export async function writeDelegatesXlsx(
  speakers: readonly Speaker[],
  language: Language,
): Promise<Uint8Array> {
  const [headings = [], ...rows] = tableOf(speakers, language);
  const sheet = {
    sheet: CATALOGUES[language].delegates.title,
    data: [
      headings.map((words) => ({ value: words, type: String, fontWeight: 'bold' as const })),
      ...rows.map((cells) => cells.map(cell)),
    ],
    columns: WRITTEN_FIELDS.map((field) => ({ width: /^(?:from|until|countryCode)$/.test(field) ? 12 : 26 })),
    stickyRowsCount: 1,
  };
  const file: { toBlob(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }> } = writeExcel([sheet]);
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}
