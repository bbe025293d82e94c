import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../format.ts';
import { documentOf, written } from '../testing/expectations.ts';
import { codes, readFixture, rows } from '../testing/read-fixture.ts';
import { SESSION } from '../testing/session.ts';
import { textgrid } from './textgrid.ts';

const OPTIONS = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' } as const;
const read = (text: string) =>
  textgrid.read?.(new TextEncoder().encode(text), { fileName: 'x.TextGrid', language: 'kk' });

describe('TextGrid of Praat', () => {
  it('long, in UTF-16: quotes doubled, lines within a label, silence, a tier of points named and left out', async () => {
    const result = await readFixture('praat-long-utf16.TextGrid');
    expect(rows(result)).toEqual([
      [481, 4200, 'Мөлдір', 'Ол "иә" деді: 5 = 5'],
      [4200, 9000, 'Мөлдір', 'бірінші жол\nекінші жол'],
      [8750, 12_500, 'Тимур', '[laughter] Согласен.'],
    ]);
    expect(codes(result)).toEqual(['other-tier-left-out 34 тондар']);
  });

  it.each(['praat-short.TextGrid', 'praat-short-utf16.TextGrid'])('%s, of either header', async (name) => {
    const result = await readFixture(name);
    expect(rows(result)).toEqual([
      [0, 2500, 'speech', 'Алғашқы "сөз"'],
      [0, 6000, '', 'Аты жоқ қатар'],
    ]);
    expect(codes(result)).toEqual([]);
  });

  it('with comments, and cut short: what is whole is read', async () => {
    const result = await read(
      'File type = "ooTextFile" ! "x" 5\n"TextGrid"\n0 9 <exists> 1\n"IntervalTier" "А" 0 9 3\n0 1 "бір"\n1 2 "екі',
    );
    expect(rows({ document: documentOf(result), warnings: [] })).toEqual([
      [0, 1000, 'А', 'бір'],
      [1000, 2000, 'А', 'екі'],
    ]);
    expect(result && codes(result)).toEqual(['unreadable-part 6']);
  });

  it.each(['File type = "ooBinaryFile"\nTextGrid', 'File type = "ooTextFile"\nObject class = "Sound"', '"'])(
    'refuses %j',
    async (text) => {
      expect(await read(text)).toEqual({ document: null, warnings: [{ code: 'not-this-format' }] });
    },
  );

  it('is not led astray by a number of intervals that the file does not have', async () => {
    const result = await read('"ooTextFile" "TextGrid" 0 1 <exists> 1 "IntervalTier" "A" 0 1 999999999999');
    expect(result?.warnings.map(({ code }) => code)).toEqual(['unreadable-part', 'empty']);
  });
});

describe('TextGrid that is written', () => {
  it('is this, to the letter', async () => {
    await expect(await written(textgrid, SESSION, OPTIONS)).toMatchFileSnapshot(
      '../fixtures/session.TextGrid',
    );
  });

  it('has a tier even where nobody speaks, and lasts as long as the recording', async () => {
    const text = await written(textgrid, { ...SESSION, turns: [] }, OPTIONS);
    expect(text).toContain('size = 1');
    expect(text).toContain('intervals: size = 1');
    expect(text).toContain('xmax = 3723.45');
  });
});
