import fc from 'fast-check';
import { parseSync } from 'subtitle';
import { describe, expect, it } from 'vitest';
import { type VttNode, WebVTTParser } from 'webvtt-parser';
import { type CueShape, cueTexts } from './cue-text.ts';
import {
  type CuePace,
  readableSpans,
  shareSpan,
  spacedCues,
  turnSpans,
  withoutOverlap,
} from './cue-times.ts';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from './format.ts';
import { srt } from './srt.ts';
import { documents } from './testing/documents.ts';
import { cueWords, seenTurns, timesBySecond, written } from './testing/expectations.ts';
import { vtt } from './vtt.ts';

const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };
const NO_SPEAKERS: ExportOptions = { ...OPTIONS, speakers: false };

/** Returns the cues as another program reads them from SubRip. */
const srtCues = (text: string) => parseSync(text).flatMap((node) => (node.type === 'cue' ? [node.data] : []));

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const parseVtt = (text: string) => new WebVTTParser(ENTITIES).parse(text, 'subtitles/captions/descriptions');
const wordsIn = (node: VttNode): string =>
  node.value && node.type === 'text' ? node.value : (node.children ?? []).map(wordsIn).join('');

describe('SRT for players', () => {
  it('shows one cue at a time, in order, on lines that fit, whatever the turns are', async () => {
    await fc.assert(
      fc.asyncProperty(documents(), async (document) => {
        const text = await written(srt, document, OPTIONS);
        // The parser takes such a line for a comment, as WebVTT has them; SubRip has none.
        fc.pre(!/^NOTE/m.test(text));
        const cues = srtCues(text);
        const blocks = text.split('\r\n\r\n').filter((block) => block !== '');
        expect(cues.length).toBe(blocks.length);
        blocks.forEach((block, index) => {
          const [number, , ...lines] = block.split('\r\n');
          expect(number).toBe(String(index + 1));
          expect(lines.length).toBeGreaterThan(0);
          expect(lines.length).toBeLessThanOrEqual(2);
        });
        cues.forEach(({ start, end }, index) => {
          expect(end).toBeGreaterThan(start);
          expect(cues[index + 1]?.start ?? end).toBeGreaterThanOrEqual(end);
        });
      }),
    );
  });

  it('leaves no word out, with times or without', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true }), async (document) => {
        const cues = srtCues(await written(srt, document, NO_SPEAKERS));
        const words = (texts: readonly string[]) => texts.flatMap((text) => cueWords(text).split(' ')).sort();
        const turns = seenTurns(document, srt, NO_SPEAKERS, (text) => text);
        expect(words(cues.map(({ text }) => timesBySecond(text)))).toEqual(
          words(turns.map(({ text }) => text)),
        );
      }),
    );
  });
});

describe('WebVTT for browsers', () => {
  it('is valid, whatever the turns are', async () => {
    await fc.assert(
      fc.asyncProperty(documents(), async (document) => {
        const { cues, errors } = parseVtt(await written(vtt, document, OPTIONS));
        expect(errors).toEqual([]);
        cues.forEach(({ startTime }, index) => {
          expect(cues[index + 1]?.startTime ?? startTime).toBeGreaterThanOrEqual(startTime);
        });
      }),
    );
  });

  it('escapes what it would take for markup, in words and in names', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ timesSet: true, inOrder: true }), async (document) => {
        const { cues } = parseVtt(await written(vtt, document, OPTIONS));
        const seen = seenTurns(document, vtt, OPTIONS, (text) => text).filter(
          ({ text }) => text.trim() !== '',
        );
        const shown = cues.map(({ tree }) => wordsIn(tree)).join(' ');
        const bare = (text: string) => text.replace(/\s+/g, '').replace(/\[[\d:s]+\]/g, '[]');
        expect(bare(shown)).toBe(bare(seen.map(({ text }) => text).join('')));
      }),
    );
  });
});

describe('cutting a turn into cues', () => {
  const lines = (text: string, speaker = '', shape: CueShape = OPTIONS.subtitle) =>
    cueTexts(text, shape, speaker).map((cue) => cue.lines);

  it('keeps a short turn in one cue', () => {
    expect(lines('Рақмет, сөз сізде.', 'Төраға')).toEqual([['Төраға: Рақмет, сөз сізде.']]);
  });

  it('cuts at the ends of sentences and clauses rather than within', () => {
    expect(
      lines(
        'Осы күнге дейін он екі мыңнан астам қолжазба бет өңделді. Жұмыс барысында бір нәрсеге көзіміз жетті: тасқын ерте басталады екен.',
      ),
    ).toEqual([
      ['Осы күнге дейін он екі мыңнан', 'астам қолжазба бет өңделді.'],
      ['Жұмыс барысында бір нәрсеге көзіміз жетті:', 'тасқын ерте басталады екен.'],
    ]);
  });

  it('keeps a tag whole and a dash with the word before it', () => {
    const shown = lines(`${'сөз '.repeat(9)}[қол шапалақтау] ${'сөз '.repeat(8)}– соңы`).flat();
    expect(shown.some((line) => line.includes('[қол шапалақтау]'))).toBe(true);
    expect(shown.some((line) => line.startsWith('–'))).toBe(false);
  });

  it('keeps within 42 characters a line where words allow', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })), (words) => {
        for (const line of lines(words.join(' ').replaceAll('[', '('), 'Дана').flat())
          expect(line.length).toBeLessThanOrEqual(44);
      }),
    );
  });

  it('cuts scripts without spaces between their letters', () => {
    const shown = lines('各位代表大家好今天我们讨论水资源的共同管理问题'.repeat(5)).flat();
    expect(Math.max(...shown.map((line) => line.length))).toBeLessThanOrEqual(42);
  });

  it('obeys length and number of lines where words allow', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 16 })),
        fc.integer({ min: 20, max: 80 }),
        fc.integer({ min: 1, max: 3 }),
        (words, lineLength, count) => {
          for (const cue of lines(words.join(' ').replaceAll('[', '('), '', { lineLength, lines: count })) {
            expect(cue.length).toBeLessThanOrEqual(count);
            // A dash, with its space, may hang over: it belongs to the word before it.
            for (const line of cue) expect(line.length).toBeLessThanOrEqual(lineLength + 2);
          }
        },
      ),
    );
  });

  it.each([
    ['Біз бұл жобаны былтыр бастадық және биыл аяқтаймыз деп жоспарлап отырмыз', 'және'],
    ['Мы начали этот проект в прошлом году и закончим его к концу этого года', 'и закончим'],
    ['We began this project in the spring and will finish it by the end of autumn', 'and will'],
  ])('begins a line with the word that opens a clause: %s', (text, opener) => {
    expect(lines(text).flat()[1]?.startsWith(opener)).toBe(true);
  });

  it.each([
    ['Бұл құжат келесі жылдың ортасына дейін күшінде болады деп күтіледі', /^дейін/],
    ['Комиссия рассмотрит заявки, поступившие от участников до начала сессии', /(от|до)$/],
    ['The chair asked every member of the board to read the report of the day', /(the|of)$/],
  ])('keeps words together that belong together: %s', (text, apart) => {
    for (const line of lines(text).flat()) expect(line).not.toMatch(apart);
  });

  it('shows nothing for a turn without words', () => {
    expect(lines(' \n', 'Дана')).toEqual([]);
  });
});

describe('times of cues', () => {
  const turn = (startMs: number | null, endMs: number | null, weight = 10) => ({ startMs, endMs, weight });
  const asSpoken: CuePace = OPTIONS.subtitle;

  it('share a turn in proportion to the characters', () => {
    expect(shareSpan({ startMs: 1000, endMs: 5000 }, [10, 30])).toEqual([
      { startMs: 1000, endMs: 2000 },
      { startMs: 2000, endMs: 5000 },
    ]);
  });

  it('stay in order in a turn too short for its cues', () => {
    expect(shareSpan({ startMs: 10, endMs: 10 }, [5, 5, 5])).toEqual([
      { startMs: 10, endMs: 11 },
      { startMs: 11, endMs: 12 },
      { startMs: 12, endMs: 13 },
    ]);
  });

  it('that are set stay, and turns without times share the gap', () => {
    expect(
      turnSpans([turn(0, 1000), turn(null, null, 10), turn(null, null, 30), turn(2000, 2500)], asSpoken),
    ).toEqual([
      { startMs: 0, endMs: 1000 },
      { startMs: 1000, endMs: 1339 },
      { startMs: 1339, endMs: 2000 },
      { startMs: 2000, endMs: 2500 },
    ]);
  });

  it('run on at reading pace where nothing follows', () => {
    expect(turnSpans([turn(5000, null, 100), turn(null, null, 1)], asSpoken)).toEqual([
      { startMs: 5000, endMs: 11_500 },
      { startMs: 11_500, endMs: 12_500 },
    ]);
  });

  it('end at an end that alone is set', () => {
    expect(turnSpans([turn(0, 1000), turn(null, 4000), turn(null, 3000)], asSpoken)).toEqual([
      { startMs: 0, endMs: 1000 },
      { startMs: 1000, endMs: 4000 },
      { startMs: 3000, endMs: 3000 },
    ]);
  });

  it('end where the next begins, unless too little is left', () => {
    const spans = [
      { startMs: 0, endMs: 5000 },
      { startMs: 3000, endMs: 6000 },
      { startMs: 3000, endMs: 4000 },
    ];
    expect(withoutOverlap(spans, [1, 1, 1])).toEqual([
      { startMs: 0, endMs: 3000 },
      { startMs: 3000, endMs: 3400 },
      { startMs: 3400, endMs: 4000 },
    ]);
  });

  it('last as long as reading takes, as far as the next turn and the gap before it allow', () => {
    const pace: CuePace = { charactersPerSecond: 20, minimumGapMs: 100 };
    const spans = [
      { startMs: 0, endMs: 1000 },
      { startMs: 1500, endMs: 1600 },
      { startMs: 9000, endMs: 9900 },
    ];
    expect(readableSpans(spans, [40, 40, 4], pace)).toEqual([
      { startMs: 0, endMs: 1400 },
      { startMs: 1500, endMs: 3500 },
      { startMs: 9000, endMs: 9900 },
    ]);
    expect(readableSpans(spans, [40, 40, 4], asSpoken)).toEqual(spans);
  });

  it('leave a gap before the next cue, and none where cues overlap', () => {
    const cues = [
      { startMs: 0, endMs: 1000 },
      { startMs: 1000, endMs: 1100 },
      { startMs: 1110, endMs: 3000 },
      { startMs: 2000, endMs: 4000 },
    ];
    expect(spacedCues(cues, { charactersPerSecond: null, minimumGapMs: 80 })).toEqual([
      { startMs: 0, endMs: 920 },
      { startMs: 1000, endMs: 1100 },
      { startMs: 1110, endMs: 3000 },
      { startMs: 2000, endMs: 4000 },
    ]);
  });

  it('obey the options in every format of cues', async () => {
    const subtitle = { lineLength: 30, lines: 1, charactersPerSecond: 12, minimumGapMs: 200 };
    const options = { ...NO_SPEAKERS, subtitle };
    await fc.assert(
      fc.asyncProperty(documents({ plain: true, timesSet: true, inOrder: true }), async (document) => {
        const fromVtt = parseVtt(await written(vtt, document, options)).cues.map(
          ({ startTime, endTime, text }) => ({
            start: Math.round(startTime * 1000),
            end: Math.round(endTime * 1000),
            text,
          }),
        );
        for (const cues of [srtCues(await written(srt, document, options)), fromVtt]) {
          cues.forEach(({ start, end, text }, index) => {
            const next = cues[index + 1];
            expect(text).not.toContain('\n');
            if (next && end - start > 400) expect(next.start - end).toBeGreaterThanOrEqual(200);
          });
        }
      }),
    );
  });
});
