import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audacity } from './audacity.ts';
import { encodeText } from './encoding.ts';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions, type Format } from './format.ts';
import { json3 } from './json3.ts';
import { sbv } from './sbv.ts';
import { documents } from './testing/documents.ts';
import { bytesWritten, cueWords, documentOf, seenTurns, written } from './testing/expectations.ts';
import { codes, readFixture, rows } from './testing/read-fixture.ts';
import { SESSION } from './testing/session.ts';
import { whisper } from './whisper.ts';

const CONTEXT = { fileName: 'forum.x', language: 'kk' };
const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };

async function readBack(format: Format, document: Parameters<typeof bytesWritten>[1]) {
  return documentOf(await format.read?.(await bytesWritten(format, document, OPTIONS), CONTEXT));
}

describe('SBV', () => {
  it('of YouTube: marks of a new speaker, names, breaks, markup, impossible times', async () => {
    const result = await readFixture('youtube.sbv');
    expect(rows(result)).toEqual([
      [599, 4160, 'ДАНА', 'Қайырлы таң, құрметті қонақтар.'],
      [4160, 6770, '', 'Рақмет. Бастайық, әріптестер.'],
      [6770, null, '', '[applause]'],
      [null, 80_000, '', 'Соңғы сөз.'],
    ]);
    expect(codes(result)).toEqual(['unknown-markup 5 <i>', 'end-before-start 8', 'bad-time 11 0:00:75.000']);
  });

  it('is written to the letter', async () => {
    await expect(await written(sbv, SESSION, OPTIONS)).toMatchFileSnapshot('fixtures/session.sbv');
  });

  it('keeps the words of every turn in order, and turns that fit a cue whole', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true, timesSet: true, inOrder: true }), async (document) => {
        const expected = seenTurns(document, sbv, OPTIONS, cueWords);
        const actual = seenTurns(await readBack(sbv, document), sbv, OPTIONS, cueWords);
        expect(actual.map(({ text }) => text).join(' ')).toBe(expected.map(({ text }) => text).join(' '));
        const short = expected.filter(({ speaker, text }) => speaker.length + text.length < 40);
        expect(actual).toEqual(expect.arrayContaining([...short]));
      }),
    );
  });

  it('takes no words for times', async () => {
    const [turn] = SESSION.turns;
    if (!turn) throw new Error('The session has no turn.');
    const text = '0:00:01.000,0:00:02.000';
    const content = [{ type: 'text', text }] as const;
    const { turns } = await readBack(sbv, { ...SESSION, turns: [{ ...turn, content, speakerId: null }] });
    expect(turns.map((each) => each.content)).toEqual([[{ type: 'text', text: '0:00:01.000, 0:00:02.000' }]]);
  });
});

describe('captions of YouTube as JSON', () => {
  it('by a person: names, breaks, times that are none', async () => {
    const result = await readFixture('youtube-person.json');
    expect(rows(result)).toEqual([
      [1200, 4500, 'Айгерім', 'Сессияны ашамыз.'],
      [4500, 6500, '', '[applause]'],
      [null, null, '', 'Уақытсыз жол'],
    ]);
    expect(codes(result)).toEqual(['bad-time 3 Уақытсыз жол', 'unreadable-part 4']);
  });

  it('by the recogniser: lines end where the next begins', async () => {
    const result = await readFixture('youtube-recogniser.json3');
    expect(rows(result)).toEqual([
      [160, 2400, '', 'қайырлы күн'],
      [2400, 7400, '', 'бастайық'],
    ]);
    expect(codes(result)).toEqual([]);
  });
});

describe('JSON of recognisers', () => {
  it('whisper.cpp: milliseconds, language, speakers by number', async () => {
    const result = await readFixture('whisper-cpp.json', 'en');
    expect(documentOf(result).language).toBe('kk');
    expect(rows(result)).toEqual([
      [0, 3240, '', 'Құрметті әріптестер,'],
      [3240, 5000, '1', 'сәлем. [laughter]'],
      [5000, null, '', 'Соңы'],
    ]);
    expect(codes(result)).toEqual(['bad-time 3 00:00:05,000 – x']);
  });

  it('OpenAI: seconds, the language by its name, however long the text before the segments', async () => {
    const result = await readFixture('whisper-openai.json', 'en');
    expect(documentOf(result).language).toBe('kk');
    expect(rows(result)).toEqual([
      [0, 3320, '', 'Бірінші сөйлем.'],
      [3320, 7500, '', 'Екіншісі.'],
    ]);
    expect(codes(result)).toEqual(['not-kept 2 words']);
  });

  it('WhisperX: a segment is cut where its words change the speaker', async () => {
    const result = await readFixture('whisper-speakers.json');
    expect(rows(result)).toEqual([
      [31, 900, 'SPEAKER_00', 'Сұрақ бар ма?'],
      [1900, 2500, 'SPEAKER_01', 'Бар.'],
      [2600, 4000, 'SPEAKER_01', 'Қош.'],
      [4000, 5000, '', 'Аты жоқ.'],
    ]);
    expect(codes(result)).toEqual(['not-kept 1 words', 'unreadable-part 4']);
  });

  it('Transformers: chunks with their times', async () => {
    expect(rows(await readFixture('whisper-pipeline.json'))).toEqual([
      [0, 1500, '', 'Сәлем.'],
      [1500, null, '', 'Қош.'],
    ]);
  });

  it('only words: one turn from the first to the last', async () => {
    const file = {
      text: 'Иә. Жоқ.',
      words: [
        { word: 'Иә.', start: 1, end: 2 },
        { word: 'Жоқ.', start: 2, end: 3.5 },
      ],
    };
    const result = await whisper.read?.(encodeText(JSON.stringify(file)), CONTEXT);
    expect(result && rows(result)).toEqual([[1000, 3500, '', 'Иә. Жоқ.']]);
  });

  it.each([whisper, json3])('$id: any part of it may be anything', async (format) => {
    const names = ['whisper-speakers.json', 'whisper-cpp.json', 'youtube-person.json'];
    const files = names.map((name): unknown =>
      JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')),
    );
    const patched = (value: unknown, at: { left: number }, patch: unknown): unknown => {
      if (at.left-- === 0) return patch;
      if (Array.isArray(value)) return value.map((each) => patched(each, at, patch));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, patched(each, at, patch)]));
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(80), fc.jsonValue(), async (file, left, patch) => {
        const bytes = encodeText(JSON.stringify(patched(file, { left }, patch)));
        expect(await format.read?.(bytes, CONTEXT)).toHaveProperty('warnings');
      }),
      { numRuns: 300 },
    );
  });
});

describe('labels of Audacity', () => {
  it('of its own: names, points, frequencies, decimal commas, times before the start', async () => {
    const result = await readFixture('audacity-labels.txt');
    expect(rows(result)).toEqual([
      [500, 2250, 'Дана Оспанова', 'Сәлем.'],
      [2250, null, '', 'белгі'],
      [3000, 4500, '', ''],
      [null, 5000, '', 'ерте'],
    ]);
    expect(codes(result)).toEqual(['not-kept 3 \\', 'bad-time 5 -1', 'unreadable-part 6 бөтен жол']);
  });

  it('are written to the letter', async () => {
    await expect(await written(audacity, SESSION, OPTIONS)).toMatchFileSnapshot(
      'fixtures/session.audacity.txt',
    );
  });

  it('keep times to the millisecond, speakers and words, whatever the words look like', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents({ plain: true, timesSet: true }),
        documents({ timesSet: true }),
        async (named, hard) => {
          const document = {
            ...hard,
            speakers: named.speakers,
            turns: hard.turns.map((turn, index) => ({
              ...turn,
              speakerId: named.speakers[index % 3]?.id ?? null,
            })),
          };
          const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim();
          expect(seenTurns(await readBack(audacity, document), audacity, OPTIONS, oneSpace)).toEqual(
            seenTurns(document, audacity, OPTIONS, oneSpace),
          );
        },
      ),
    );
  });
});
