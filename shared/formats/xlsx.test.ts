import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { encodeText } from './encoding.ts';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions, type TranscriptDocument } from './format.ts';
import { Reading } from './reading.ts';
import { documents } from './testing/documents.ts';
import { bytesWritten } from './testing/expectations.ts';
import { SESSION } from './testing/session.ts';
import { xlsx } from './xlsx.ts';
import { descendantsOf, readXml, textOf } from './xml.ts';

const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };

function xml(text: string) {
  const reading = new Reading(encodeText(text), { fileName: 'x.xml', language: 'kk' });
  const root = readXml(reading);
  if (!root || reading.result().warnings.some(({ code }) => code !== 'empty'))
    throw new Error(text.slice(0, 500));
  return root;
}

/** Returns the sheets as rows of what their cells hold: texts as they are shown, numbers as such. */
async function sheetsOf(document: TranscriptDocument, options = OPTIONS) {
  const zip = await JSZip.loadAsync(await bytesWritten(xlsx, document, options));
  const part = async (name: string) => xml((await zip.file(name)?.async('string')) ?? '');
  const shown = (text: string) =>
    text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  const strings = descendantsOf(await part('xl/sharedStrings.xml'), 'si').map((string) =>
    shown(textOf(string)),
  );
  const names = descendantsOf(await part('xl/workbook.xml'), 'sheet').map(({ attributes }) =>
    attributes.get('name'),
  );
  const sheets = await Promise.all(names.map((_, index) => part(`xl/worksheets/sheet${index + 1}.xml`)));
  return sheets.map((sheet, index) => ({
    name: names[index],
    formulas: descendantsOf(sheet, 'f').length,
    rows: descendantsOf(sheet, 'row').map((row) =>
      descendantsOf(row, 'c').map((cell) =>
        cell.attributes.get('t') === 's'
          ? strings[Number(textOf(cell))]
          : textOf(cell) === ''
            ? null
            : Number(textOf(cell)),
      ),
    ),
  }));
}

describe('Excel', () => {
  it('has a sheet of turns and one of speakers', async () => {
    const [turns, speakers] = await sheetsOf(SESSION);
    expect(turns?.name).toBe('Стенограмма');
    expect(turns?.rows[0]).toEqual([
      'Басталуы',
      'Аяқталуы',
      'Спикер',
      'Лауазымы',
      'Ұйымы',
      'Елі',
      'Күйі',
      'Мәтіні',
    ]);
    expect(turns?.rows[5]?.slice(0, 3)).toEqual([
      expect.closeTo(3722.9 / 86_400, 12),
      expect.closeTo(3723.4 / 86_400, 12),
      'Peter O’Hara & Sons',
    ]);
    expect(turns?.rows[4]?.at(-1)).toBe('Мен.\nӨзім.');
    expect(speakers?.name).toBe('Сөз сөйлегендер');
    expect(speakers?.rows[1]).toEqual([
      'Дана Оспанқызы',
      'төрайым',
      'Дала форумы',
      'Қазақстан',
      3,
      15,
      expect.closeTo(13.68 / 86_400, 9),
    ]);
  });

  it('obeys the options', async () => {
    const sheets = await sheetsOf(SESSION, {
      ...OPTIONS,
      times: false,
      speakers: false,
      inlines: false,
      language: 'en',
    });
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.rows[0]).toEqual(['Status', 'Text']);
    expect(sheets[0]?.rows[2]?.at(-1)).toBe('Thank you. A < B, so 5 --> 6.');
  });

  it('has no formula, and every word, whatever the words look like', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents(),
        fc.constantFrom('=1+1', '_x0041_', '@SUM(A1)'),
        async (document, words) => {
          const [first, ...rest] = document.turns;
          if (!first) throw new Error('A document has turns.');
          const turns = [{ ...first, content: [{ type: 'text', text: words }] } as const, ...rest];
          const [sheet] = await sheetsOf({ ...document, turns });
          expect(sheet?.formulas).toBe(0);
          expect(sheet?.rows[1]?.at(-1)).toBe(words);
          expect(sheet?.rows).toHaveLength(turns.length + 1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('goes on in the next row with a text that no cell holds', async () => {
    const [turn] = SESSION.turns;
    if (!turn) throw new Error('The session has no turn.');
    const words = 'сөз '.repeat(20_000).trim();
    const [sheet] = await sheetsOf({
      ...SESSION,
      turns: [{ ...turn, content: [{ type: 'text', text: words }] }],
    });
    const texts = sheet?.rows.slice(1).map((row) => row.at(-1)) ?? [];
    expect(texts.every((text) => typeof text === 'string' && text.length <= 32_000)).toBe(true);
    expect(texts.join(' ')).toBe(words);
  });
});
