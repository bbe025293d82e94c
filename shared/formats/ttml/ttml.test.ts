import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions, type TranscriptDocument } from '../format.ts';
import { documents, joined } from '../testing/documents.ts';
import { bytesWritten, cueWords, documentOf, seenTurns, written } from '../testing/expectations.ts';
import { codes, readFixture, rows } from '../testing/read-fixture.ts';
import { SESSION } from '../testing/session.ts';
import { ttml } from './ttml.ts';

const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };
const readBack = async (document: TranscriptDocument, options = OPTIONS) =>
  documentOf(
    await ttml.read?.(await bytesWritten(ttml, document, options), { fileName: 'f.ttml', language: 'en' }),
  );

describe('TTML', () => {
  it('as a DAPT script: characters and actors, times of what is around, a translation beside the original', async () => {
    const result = await readFixture('dapt-script.ttml', 'en');
    const { title, language } = documentOf(result);
    expect([title, language]).toEqual(['Су кеңесі', 'kk']);
    expect(rows(result)).toEqual([
      [10_000, 12_500, 'ТӨРАЙЫМ', 'Қайырлы таң, қонақтар.'],
      [13_000, 15_000, 'Дана Оспанова', 'Рақмет, бәріңізге.'],
    ]);
    expect(codes(result)).toEqual([
      'not-kept 16 xml:lang="en"',
      'not-kept 19 character_1',
      'unknown-markup 19 fontStyle',
    ]);
  });

  it('of broadcasters: frames, ticks, one after another, offsets from what is around, times that are none', async () => {
    const result = await readFixture('broadcast-frames.dfxp', 'en');
    expect(documentOf(result).language).toBe('ru');
    expect(rows(result)).toEqual([
      [11_501, 13_000, '', 'Добрый день, коллеги.'],
      [14_000, 16_500, '', '- Кто за?\n- Все.'],
      [10_000, 18_000, '', 'Время с ошибкой'],
      [30_000, 31_500, '', 'Первый'],
      [31_500, 33_500, '', 'Второй'],
      [10_000, null, '', 'Без времени'],
    ]);
    expect(codes(result)).toEqual(['bad-time 8 00:00:99:00', 'out-of-order 8', 'out-of-order 11']);
  });

  it('is written to the letter', async () => {
    await expect(await written(ttml, SESSION, OPTIONS)).toMatchFileSnapshot('../fixtures/session.ttml');
  });

  it('keeps turns whole, times, speakers and words, whatever they look like', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ timesSet: true }), async (document) => {
        const expected = seenTurns(document, ttml, OPTIONS, cueWords).filter(({ text }) => text !== '');
        fc.pre(expected.length > 0);
        const actual = seenTurns(await readBack(document), ttml, OPTIONS, cueWords);
        expect(actual).toEqual([...expected].sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0)));
      }),
    );
  });

  it('keeps tags, timestamps, title and language', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true, timesSet: true, inOrder: true }), async (document) => {
        const { title, language, turns } = await readBack(document);
        expect([title, language]).toEqual([document.title, document.language]);
        expect(turns.map(({ content }) => content)).toEqual(
          document.turns.map(({ content }) =>
            joined(content).map((inline) =>
              inline.type === 'timestamp'
                ? { ...inline, atMs: Math.floor(inline.atMs / 1000) * 1000 }
                : inline,
            ),
          ),
        );
      }),
    );
  });
});
