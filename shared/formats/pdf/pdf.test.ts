import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTurn, turnText } from '../../model/turn.ts';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions, type TranscriptDocument } from '../format.ts';
import { documents } from '../testing/documents.ts';
import { pdfBookmarks, pdfPages } from '../testing/pdf-pages.ts';
import { REMARKED } from '../testing/remarked.ts';
import { SESSION } from '../testing/session.ts';
import { testSources } from '../testing/test-sources.ts';
import type { ExportWarning } from '../write-sources.ts';
import { writePdf } from './write-pdf.ts';

const RIGHT_TO_LEFT =
  /[\p{Bidi_Control}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };
const saying = (...texts: readonly string[]): TranscriptDocument => ({
  ...SESSION,
  turns: texts.map((text) => createTurn({ content: [{ type: 'text', text }] })),
});
const write = (document: TranscriptDocument, options = OPTIONS, warnings: ExportWarning[] = []) =>
  writePdf(document, options, testSources({ warnings }));
const bare = (text: string) => text.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '').normalize('NFC');
const wordsOf = async (document: TranscriptDocument, options = OPTIONS) =>
  bare(pdfPages(await write(document, options)).join('\n'));

describe('a PDF', () => {
  it('has the recording, its speakers and every turn with who and when', async () => {
    const words = await wordsOf(SESSION);
    for (const text of [
      'Дала форумы: *жол* мен [көпір]',
      '2025 жылғы 7 наурыз',
      'Ақтау',
      'dala-forumy.mp4',
      'Дана Оспанқызы – төрайым, Дала форумы, Қазақстан',
      'Құрметті қонақтар, жиналысты ашық деп жариялаймын.',
      '[қол шапалақтау]',
      '[00:00:14] so 5 --> 6.',
      '01:02:03',
      '1 / 1',
    ])
      expect(words).toContain(bare(text));
  });

  it('has every Kazakh letter as itself', async () => {
    const letters = 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё Йй Ээ № « » — … ₸';
    const warnings: ExportWarning[] = [];
    expect(bare(pdfPages(await write(saying(letters), OPTIONS, warnings)).join(''))).toContain(bare(letters));
    expect(warnings).toEqual([]);
  });

  it.each([
    'İstanbul, Iğdır, Şırnak',
    '习近平、東京、カザフ',
    '문재인 대통령',
    'საქართველო',
    'Հայաստան',
    'नमस्ते दुनिया',
  ])('has names in their own script: %s', async (name) => {
    const warnings: ExportWarning[] = [];
    const words = bare(pdfPages(await write(saying(name), OPTIONS, warnings)).join(''));
    expect(words).toContain(bare(name));
    expect(warnings).toEqual([]);
  });

  it('draws Arabic and Hebrew, word by word from the right', async () => {
    const warnings: ExportWarning[] = [];
    const [page = ''] = pdfPages(await write(saying('שלום עולם (test)'), OPTIONS, warnings));
    const order = ['(test)', 'םלוע', 'םולש'].map((word) => bare(page).indexOf(word));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    await write(saying('محمد بن سلمان'), OPTIONS, warnings);
    expect(warnings).toEqual([]);
  });

  it('shows � for a sign that no font has, keeps the sign for who copies it, and says so', async () => {
    const warnings: ExportWarning[] = [];
    const pages = pdfPages(await write(saying('Рақмет 😀 сізге'), OPTIONS, warnings));
    expect(bare(pages.join(''))).toContain('Рақмет😀сізге');
    expect(warnings).toEqual([{ code: 'no-glyph', excerpt: '😀' }]);
  });

  it('sets marks that the font has no place for one by one', async () => {
    const words = await wordsOf(saying('Сөз ⵿\u0f35\u0f37\u0f39 \u302a\u302b\u302c\u302d\u20d0\u20d1 сөз'));
    expect(words).toContain('Сөз');
  });

  it('obeys the options', async () => {
    const words = await wordsOf(SESSION, { ...OPTIONS, times: false, speakers: false, inlines: false });
    for (const text of ['Дана', 'шапалақтау', '00:00:14', '01:02:00']) expect(words).not.toContain(text);
    expect(await wordsOf(SESSION, { ...OPTIONS, timeForm: 'h:mm:ss.mmm' })).toContain('00:00:01.200');
    expect(await wordsOf(SESSION, { ...OPTIONS, language: 'en' })).toContain('DanaOspan');
  });

  it('has annotations behind the text, numbered at their words, where they are asked for', async () => {
    const words = await wordsOf(REMARKED, { ...OPTIONS, annotations: true });
    expect(words).toContain('әріжауапкершілік.2');
    expect(words).toContain('Екіншіреплика4бітті.');
    expect(words).toContain('Ескертпелер1Дәйексөз·өшірілгенсөз');
    expect(words).toMatch(
      /2Дәйексөз·ортақбайлықәріжауапкершілік\.Тақырыпқашығаруғаболады\.Тексерілсін\.АйнұрСәтқызы,/,
    );
    expect(words).toMatch(/↳Тексерілді\.ЕрланБолатұлы,.*Шешілді:ЕрланБолатұлы,/);
    expect(words).toContain('3Дәйексөз·00:00:07–00:00:08Шубар.');
    expect(await wordsOf(REMARKED)).not.toContain('Ескертпелер');
    const file = Buffer.from(await write(REMARKED, { ...OPTIONS, annotations: true })).toString('latin1');
    for (const number of [1, 2, 3, 4]) {
      expect(file).toMatch(new RegExp(`/S /GoTo\n/D \\(remark-${number}\\)`));
      expect(file).toMatch(new RegExp(`\\(remark-${number}\\) \\[\\d+ 0 R /XYZ`));
    }
  });

  it('says its language and title, is tagged, and embeds every font', async () => {
    const file = Buffer.from(await write(SESSION)).toString('latin1');
    expect(file).toContain('/Lang (kk)');
    expect(file).toMatch(/\/MarkInfo/);
    expect(file).toContain('/StructTreeRoot');
    expect(file).toContain('/DisplayDocTitle true');
    const descriptors = file.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
    expect(file.match(/\/FontFile2 /g)?.length).toBe(descriptors);
    expect(descriptors).toBeGreaterThan(0);
  });

  it('has a bookmark for each speaker, with the turns under it', async () => {
    expect([...pdfBookmarks(await write(SESSION))].sort()).toEqual(
      [
        '—',
        '00:00:01  Құрметті қонақтар, жиналысты ашық деп жариялаймын. Бүгін…',
        '00:00:12  Thank you. A < B, [00:00:14] so 5 --> 6.',
        '01:02:00  Мен.',
        '01:02:02  [қатар сөйлеу]',
        '01:02:03',
        'Peter O’Hara & Sons',
        'Дана Оспанқызы',
        'Сұрақ: кім жауап береді?',
      ].sort(),
    );
  });

  it('numbers its pages, and heads all but the first', async () => {
    const turn = SESSION.turns[0] ?? createTurn();
    const pages = pdfPages(await write({ ...SESSION, turns: Array.from({ length: 60 }, () => turn) }));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      expect(bare(page)).toContain(`${index + 1}/${pages.length}`);
      expect(page.includes('2025 жылғы 7 наурыз · Ақтау')).toBe(index > 0);
    });
  });

  it('leaves no word out, however long, and whatever the letters', async () => {
    await fc.assert(
      fc.asyncProperty(documents(), async (document) => {
        const words = await wordsOf(document, { ...OPTIONS, inlines: false });
        // What runs from right to left stands in another order, and its brackets are turned round.
        const texts = document.turns.map(turnText).filter((text) => !RIGHT_TO_LEFT.test(text));
        for (const word of texts.flatMap((text) => text.split(/\s+/)))
          if (!/[\p{Cs}\p{Cc}\p{Noncharacter_Code_Point}]/u.test(word)) expect(words).toContain(bare(word));
      }),
      { numRuns: 12, endOnFailure: true },
    );
    const long = 'ұзынсөз'.repeat(60);
    expect(await wordsOf(saying(long))).toContain(long);
  });
});
