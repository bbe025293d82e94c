import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ass } from './ass.ts';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions, type TranscriptDocument } from './format.ts';
import { documents, joined } from './testing/documents.ts';
import { bytesWritten, cueWords, documentOf, seenTurns, written } from './testing/expectations.ts';
import { codes, readFixture, rows } from './testing/read-fixture.ts';
import { SESSION } from './testing/session.ts';

const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };
const readBack = async (document: TranscriptDocument) =>
  documentOf(
    await ass.read?.(await bytesWritten(ass, document, OPTIONS), { fileName: 'forum.ass', language: 'kk' }),
  );

describe('ASS', () => {
  it('of Aegisub: actors, breaks, overrides, drawings, comments, overlaps, impossible times', async () => {
    const result = await readFixture('aegisub.ass');
    expect(documentOf(result).title).toBe('Дөңгелек үстел');
    expect(rows(result)).toEqual([
      [1000, 4500, 'Дана', 'Қайырлы таң, құрметті\u00a0қонақтар.'],
      [3250, 6000, 'Ермек, төраға', 'Рақмет, {бастайық}.'],
      [3250, 6000, '', 'Жазу'],
      [7000, null, '', '- Кім?\n- Мен.'],
    ]);
    expect(codes(result)).toEqual([
      'unknown-markup 16 Comment:',
      'unknown-markup 17 {\\i}',
      'unknown-markup 18 {\\an}',
      'unknown-markup 18 {\\pos}',
      'unknown-markup 19 {\\p}',
      'bad-time 20 0:00:0x.00',
    ]);
  });

  it('of its elder, SSA', async () => {
    const result = await readFixture('old.ssa');
    expect(rows(result)).toEqual([[1000, 2000, 'NTP', 'C:\\Users сөз']]);
  });

  it('is written to the letter', async () => {
    await expect(await written(ass, SESSION, OPTIONS)).toMatchFileSnapshot('fixtures/session.ass');
  });

  it('keeps turns whole, times to the hundredth, speakers and words, whatever they look like', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ timesSet: true, inOrder: true }), async (document) => {
        const expected = seenTurns(document, ass, OPTIONS, cueWords).filter(({ text }) => text !== '');
        fc.pre(expected.length > 0);
        expect(seenTurns(await readBack(document), ass, OPTIONS, cueWords)).toEqual(expected);
      }),
    );
  });

  it('keeps overlaps', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true, timesSet: true }), async (document) => {
        const expected = seenTurns(document, ass, OPTIONS, cueWords);
        const actual = seenTurns(await readBack(document), ass, OPTIONS, cueWords);
        expect(actual).toHaveLength(expected.length);
        expect(actual).toEqual(expect.arrayContaining([...expected]));
      }),
    );
  });

  it('keeps tags and timestamps as such', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true, timesSet: true, inOrder: true }), async (document) => {
        const inSeconds = document.turns.map(({ content }) =>
          joined(content).map((inline) =>
            inline.type === 'timestamp' ? { ...inline, atMs: Math.floor(inline.atMs / 1000) * 1000 } : inline,
          ),
        );
        const { turns } = await readBack(document);
        expect(turns.map(({ content }) => content)).toEqual(inSeconds);
      }),
    );
  });
});
