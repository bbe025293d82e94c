import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';
import { encodeText } from './encoding.ts';
import {
  DEFAULT_EXPORT_OPTIONS,
  type ExportOptions,
  type Format,
  type TranscriptDocument,
} from './format.ts';
import { columnByName } from './table-columns.ts';
import { documents, joined } from './testing/documents.ts';
import { bytesWritten, documentOf, seenTurns, written } from './testing/expectations.ts';
import { codes, readFixture, rows } from './testing/read-fixture.ts';
import { SESSION } from './testing/session.ts';
import { tsv } from './tsv.ts';

const CONTEXT = { fileName: 'forum.csv', language: 'kk' };
const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk', timeForm: 'h:mm:ss.mmm' };
const readBack = async (format: Format, document: TranscriptDocument, options = OPTIONS) =>
  documentOf(await format.read?.(await bytesWritten(format, document, options), CONTEXT));
const tableWords = (text: string) => text.trim();

describe('tables of other programs', () => {
  it('of a Russian Excel: semicolons, an old encoding, lengths, frames, cells of several lines', async () => {
    const result = await readFixture('excel-ru.csv', 'ru');
    expect(rows(result)).toEqual([
      [1200, 4200, 'Мария Орлова', 'Добрый день; начнём.\nПовестка "А".'],
      [null, null, '', '[applause]'],
      [20_480, 21_980, 'Иван Петров', '=СУММ(1) это формула'],
    ]);
    expect(documentOf(result).speakers.map(({ title }) => title)).toEqual([{ ru: 'председатель' }, {}]);
    expect(codes(result)).toEqual([
      'encoding-assumed Windows-1251',
      'not-kept 1 Примечание',
      'bad-time 3 00:00:0x',
    ]);
  });

  it('of Whisper: whole milliseconds, and quotes that mean nothing', async () => {
    const result = await readFixture('whisper.tsv');
    expect(rows(result)).toEqual([
      [0, 3240, '', 'Құрметті әріптестер,'],
      [3240, 7500, '', '"Дала" деген сөз бар.'],
      [7500, 9000, '', 'Соңы "ашық қалды'],
    ]);
    expect(codes(result)).toEqual(['columns-assumed 1 start = start (ms), end = end (ms)']);
  });

  it('without names: columns by what is in them, and said so', async () => {
    const result = await readFixture('no-header.csv');
    expect(rows(result)).toEqual([
      [1000, 4000, 'Дана Оспанова', 'Қайырлы таң, қонақтар.'],
      [5000, 9000, 'Ермек Төлеу', 'Рақмет.'],
      [10_000, 12_000, 'Дана Оспанова', 'Бастайық енді жиналысты.'],
    ]);
    expect(codes(result)).toEqual([
      'columns-assumed 1 1 = number, 2 = start, 3 = end, 4 = speaker, 5 = text',
    ]);
  });

  it('with names of which not all are known: the longest of the rest is the text', async () => {
    const result = await readFixture('column-names.csv');
    expect(rows(result)).toEqual([[60_000, null, 'Дана', 'Сәлем достар']]);
    expect(codes(result)).toEqual(['columns-assumed 1 Utterance in Kazakh = text']);
  });

  it.each([
    ['Start (ms)', 'start', 'ms'],
    ['start_ms', 'start', 'ms'],
    ['end [sec]', 'end', 's'],
    ['Время начала', 'start', null],
    ['АЯҚТАЛУЫ', 'end', null],
    ['ФИО', 'speaker', null],
    ['Текст:', 'text', null],
  ])('a column named %s is %s', (name, field, unit) => {
    expect(columnByName(name)).toEqual({ field, unit });
  });

  it('not a table at all: lines of text', async () => {
    const result = await csv.read?.(encodeText('Бір сөйлем\nЕкінші сөйлем'), CONTEXT);
    expect(result && rows(result)).toEqual([
      [null, null, '', 'Бір сөйлем'],
      [null, null, '', 'Екінші сөйлем'],
    ]);
  });
});

describe('tables that are written', () => {
  it.each([csv, tsv])('$id: are these, to the letter', async (format) => {
    await expect(await written(format, SESSION, OPTIONS)).toMatchFileSnapshot(
      `fixtures/session.${format.id}`,
    );
  });

  it.each([csv, tsv])('$id: obey the options', async (format) => {
    const text = await written(format, SESSION, {
      ...OPTIONS,
      times: false,
      speakers: false,
      inlines: false,
      language: 'en',
    });
    const { data } = Papa.parse<string[]>(text.replace('\ufeff', ''), { skipEmptyLines: true });
    expect(data[0]).toEqual(['Status', 'Text']);
    expect(data[2]).toEqual(['', 'Thank you. A < B, so 5 --> 6.']);
  });

  it.each([csv, tsv])(
    '$id: keep times, speakers, status and words, whatever they look like',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(documents(), fc.boolean(), async (document, fine) => {
          const options: ExportOptions = { ...OPTIONS, timeForm: fine ? 'h:mm:ss.mmm' : 'mm:ss' };
          const isBlank = (text: string) => text === '';
          const all = seenTurns(document, format, options, tableWords);
          const kept = all.flatMap((turn, index) => {
            const status = document.turns[index]?.status;
            const blank = turn.startMs === null && turn.endMs === null && turn.speaker === '';
            return blank && isBlank(turn.text) && status === 'draft' ? [] : [{ ...turn, status }];
          });
          fc.pre(kept.length > 0);
          const read = await readBack(format, document, options);
          const seen = seenTurns(read, format, options, tableWords);
          expect(seen.map((turn, index) => ({ ...turn, status: read.turns[index]?.status }))).toEqual(kept);
        }),
      );
    },
  );

  it.each([csv, tsv])('$id: keep what is known of a speaker, in one language', async (format) => {
    const { speakers } = await readBack(format, SESSION);
    expect(
      speakers.map(({ name, title, organisation, country }) => ({ name, title, organisation, country })),
    ).toEqual([
      {
        name: { kk: 'Дана Оспанқызы' },
        title: { kk: 'төрайым' },
        organisation: { kk: 'Дала форумы' },
        country: { kk: 'Қазақстан' },
      },
      { name: { kk: 'Peter O’Hara & Sons' }, title: {}, organisation: {}, country: {} },
    ]);
  });

  it.each([csv, tsv])('$id: keep tags and timestamps as such', async (format) => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true }), async (document) => {
        const { turns } = await readBack(format, document);
        expect(turns.map(({ content }) => content)).toEqual(
          document.turns.map(({ content }) => joined(content)),
        );
      }),
    );
  });

  it.each([csv, tsv])('$id: hold nothing that a spreadsheet runs', async (format) => {
    const harmful = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t=', '＝', "'=", ''), fc.string());
    await fc.assert(
      fc.asyncProperty(harmful, harmful, async (name, words) => {
        const [turn] = SESSION.turns;
        const [speaker] = SESSION.speakers;
        if (!turn || !speaker) throw new Error('The session has no turn.');
        const text = await written(
          format,
          {
            ...SESSION,
            speakers: [{ ...speaker, name: { kk: name.join('') } }],
            turns: [{ ...turn, content: [{ type: 'text', text: words.join('') }] }],
          },
          OPTIONS,
        );
        const delimiter = format.id === 'csv' ? ',' : '\t';
        const { data } = Papa.parse<string[]>(text.slice(1), { delimiter });
        for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });
});
