import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { TurnId } from '../model/ids.ts';
import { createTurn, textContent, turnText } from '../model/turn.ts';
import { docx } from './docx.ts';
import { DEFAULT_EXPORT_OPTIONS, type Format, type TranscriptDocument } from './format.ts';
import { json } from './json.ts';
import { FORMATS } from './registry.ts';
import { bytesWritten, documentOf } from './testing/expectations.ts';
import { pdfPages } from './testing/pdf-pages.ts';

const CONTEXT = { fileName: 'forum.x', language: 'kk' };
const turns = ['Су ортақ.', 'Рақмет.'].map((text, index) =>
  createTurn({ startMs: index * 1000, endMs: (index + 1) * 1000, content: textContent(text) }),
);
const [first] = turns;
const document: TranscriptDocument = {
  title: 'Форум',
  date: null,
  place: '',
  language: 'kk',
  media: null,
  speakers: [],
  turns: turns.map((turn, index) => (index === 0 ? { ...turn, voice: 'interpreter', language: 'ru' } : turn)),
  translations: [
    {
      language: 'ru',
      name: 'UN',
      turns: [
        createTurn({
          content: textContent('Вода общая.'),
          translates: { turnId: first?.id as TurnId, words: 'Су ортақ.', done: true },
        }),
      ],
    },
  ],
};

it('JSON keeps translations whole, and whose voice is heard in which language', async () => {
  const bytes = await bytesWritten(json, document, DEFAULT_EXPORT_OPTIONS);
  expect(documentOf(await json.read?.(bytes, CONTEXT))).toEqual(document);
});

it('Word has the original at the left and the translation at the right, a row a turn, and reads the original back', async () => {
  const bytes = await bytesWritten(docx, document, DEFAULT_EXPORT_OPTIONS);
  const xml = (await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('text')) ?? '';
  const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell.replace(/<[^>]*>/g, '')),
  );
  expect(rows).toEqual([
    ['kk', 'ru'],
    [expect.stringContaining('Су ортақ.'), 'Вода общая.'],
    [expect.stringContaining('Рақмет.'), ''],
  ]);
  const read = documentOf(await docx.read?.(bytes, CONTEXT));
  expect(read.turns.map(turnText)).toEqual(['Су ортақ.', 'Рақмет.']);
});

/** Words of the original and of the translation have no letter in common, so that none is taken for the other. */
const texts = (letters: readonly string[]) =>
  fc
    .array(
      fc.array(fc.constantFrom(...letters), { minLength: 3, maxLength: 9 }).map((word) => word.join('')),
      { minLength: 1, maxLength: 30 },
    )
    .map((words) => words.join(' '));
const pairs = fc.array(fc.record({ original: texts([...'ұқғәө']), translation: texts([...'ядюъэ']) }), {
  minLength: 1,
  maxLength: 4,
});

function besideEachOther(rows: readonly { original: string; translation: string }[]): TranscriptDocument {
  const originals = rows.map(({ original }, index) =>
    createTurn({ startMs: index * 9000, endMs: index * 9000 + 8000, content: textContent(original) }),
  );
  const translations = ['', 'UN'].map((name) => ({
    language: 'ru',
    ...(name === '' ? {} : { name }),
    turns: rows.map(({ translation }, index) => {
      const turnId = originals[index]?.id as TurnId;
      return createTurn({
        content: textContent(name === '' ? translation : translation.toUpperCase()),
        translates: { turnId, words: '', done: true },
      });
    }),
  }));
  return { ...document, turns: originals, translations };
}

/** Returns what a file shows, as one text. */
async function shownIn(id: string, bytes: Uint8Array): Promise<string> {
  if (id === 'pdf') return pdfPages(bytes).join(' ');
  if (id !== 'xlsx' && id !== 'docx') return new TextDecoder().decode(bytes);
  const parts = Object.values((await JSZip.loadAsync(bytes)).files).filter(({ name }) =>
    name.endsWith('.xml'),
  );
  return (await Promise.all(parts.map((part) => part.async('text')))).join(' ');
}

/** SubRip has no sign for what is translated. */
const UNMARKED: ReadonlySet<Format['id']> = new Set(['srt']);

describe.each(
  FORMATS.filter(({ keeps }) => keeps.translations).map((format) => [format.id, format] as const),
)('both texts in %s', (id, format) => {
  it('are written whole, every translation of its own, and the original is read as it was', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async (rows) => {
        const given = besideEachOther(rows);
        const bytes = await bytesWritten(format, given, DEFAULT_EXPORT_OPTIONS);
        const shown = await shownIn(id, bytes);
        for (const { original, translation } of rows) {
          for (const word of original.split(' ')) expect(shown).toContain(word);
          for (const word of translation.split(' ')) {
            expect(shown).toContain(word);
            expect(shown).toContain(word.toUpperCase());
          }
        }
        if (!format.read || UNMARKED.has(id)) return;
        const read = documentOf(await format.read(bytes, CONTEXT));
        expect(read.turns.map(turnText)).toEqual(rows.map(({ original }) => original));
      }),
      { numRuns: id === 'pdf' || id === 'xlsx' || id === 'docx' ? 5 : 40 },
    );
  });
});

it('both texts are held by every format but those that have one text by their nature', () => {
  const written = FORMATS.filter((format) => format.write);
  const withBoth = written.filter(({ keeps }) => keeps.translations).map(({ id }) => id);
  expect(withBoth.join(' ')).toBe(
    'docx pdf html txt md csv xlsx tsv srt vtt ttml ass eaf textgrid exb tei json',
  );
});
