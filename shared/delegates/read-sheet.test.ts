import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readSheet } from './read-sheet.ts';
import { writeDelegatesXlsx } from './write-sheet.ts';

const rowsOf = async (bytes: Uint8Array) => {
  const read = await readSheet(bytes, 'kk');
  return 'sheet' in read ? read.sheet.rows : read.fault;
};
const windows1251 = (text: string) =>
  Uint8Array.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }),
  );

/** A workbook of ours with another first sheet. */
async function workbook(change: (zip: JSZip) => void): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await writeDelegatesXlsx([], 'en'));
  change(zip);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
const SHEET = 'xl/worksheets/sheet1.xml';
const sheet = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

describe('a table', () => {
  it.each([
    ['a semicolon', 'ФИО;Должность\r\n"Дана; Оспан";посол\r\n\r\n'],
    ['a tab', 'ФИО\tДолжность\nДана; Оспан\tпосол\n'],
    ['a bar', 'ФИО|Должность\nДана; Оспан|посол'],
  ])('with %s between cells', async (_, text) => {
    expect(await rowsOf(new TextEncoder().encode(`\ufeff${text}`))).toEqual([
      ['ФИО', 'Должность'],
      ['Дана; Оспан', 'посол'],
    ]);
  });

  it('in an old encoding says that it is assumed', async () => {
    const read = await readSheet(windows1251('ФИО;Страна\r\nДана;Казахстан\r\n'), 'ru');
    expect(read).toEqual({
      sheet: {
        rows: [
          ['ФИО', 'Страна'],
          ['Дана', 'Казахстан'],
        ],
        assumedEncoding: 'Windows-1251',
        otherSheets: [],
      },
    });
  });

  it('of Excel: text, numbers, dates; the first sheet alone', async () => {
    const bytes = await workbook((zip) => {
      const cells =
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="C1"><v>7</v></c></row><row r="4"><c r="A4" t="inlineStr"><is><t> Дана </t></is></c></row>';
      zip.file(SHEET, sheet(cells));
    });
    expect(await rowsOf(bytes)).toEqual([
      ['Name', '', '7'],
      ['Дана', '', ''],
    ]);
  });

  it.each([
    [
      'a workbook that unpacks to too much',
      () => workbook((zip) => zip.file(SHEET, sheet(' '.repeat(70_000_000)))),
    ],
    [
      'a cell at the end of the world',
      () =>
        workbook((zip) => zip.file(SHEET, sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))),
    ],
    ['too many rows', async () => new TextEncoder().encode('a,b\n'.repeat(20_001))],
  ])('is refused as too large: %s', async (_, make) => {
    expect(await rowsOf(await make())).toBe('too-large');
  });

  it.each([
    ['a picture', readFileSync('resources/icon.png')],
    ['a zip that is no workbook', null],
  ])('is refused as unreadable: %s', async (_, bytes) => {
    const zip = new JSZip();
    zip.file('a.txt', 'a');
    expect(await rowsOf(bytes ?? (await zip.generateAsync({ type: 'uint8array' })))).toBe('unreadable');
  });

  it('is empty without words', async () => {
    expect(await rowsOf(new TextEncoder().encode(',,\n,,\n'))).toBe('empty');
    expect(await rowsOf(await workbook((zip) => zip.file(SHEET, sheet(''))))).toBe('empty');
  });
});
