import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../format.ts';
import { documentOf, written } from '../testing/expectations.ts';
import { codes, readFixture, rows } from '../testing/read-fixture.ts';
import { SESSION } from '../testing/session.ts';
import { tei } from './tei.ts';

const OPTIONS = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' } as const;

describe('TEI for speech', () => {
  it('after ISO 24624, word by word: signs where they belong, sounds, annotations named', async () => {
    const result = await readFixture('iso-24624.xml');
    const { title, language, speakers } = documentOf(result);
    expect([title, language]).toEqual(['Жайық бойы', 'kk']);
    expect(speakers.map(({ name, organisation }) => [name, organisation])).toEqual([
      [{ kk: 'Рашид Төлен' }, { ru: 'Институт воды' }],
      [{ kk: 'ZZ' }, {}],
    ]);
    expect(rows(result)).toEqual([
      [1309, 6000, 'Рашид Төлен', 'Өзен суы [00:00:03] «қиын» ма? [laughter]'],
      [3750, null, 'ZZ', 'Иә.'],
      [6000, null, '', '[applause]'],
    ]);
    expect(codes(result)).toEqual([
      'bad-time 42 x',
      'time-in-word-left-out 50 <w>',
      'unknown-markup 51 <pause>',
      'unknown-markup 59 <incident> есік',
      'other-tier-left-out 63 en',
      'other-tier-left-out 66 pos',
    ]);
  });

  it('with text as it is written: anchors at its ends are its times', async () => {
    const result = await readFixture('speech.tei');
    const { title, date, language } = documentOf(result);
    expect([title, date, language]).toEqual(['A council', '1998-05-12', 'en']);
    expect(rows(result)).toEqual([
      [500, 2000, 'Mary', 'Good morning & welcome, [inaudible] friends.'],
      [2000, null, 'tom', 'Thanks all.'],
    ]);
    expect(codes(result)).toEqual([
      'bad-time 8 5',
      'unknown-markup 10 <head>',
      'unknown-markup 14 <kinesic> nods',
    ]);
  });

  it.each(['<TEI/>', '<TEI><text><body><p>A book.</p></body></text></TEI>'])(
    'says of %j that there is no speech in it',
    async (text) => {
      const result = await tei.read?.(new TextEncoder().encode(text), {
        fileName: 'x.tei',
        language: 'kk',
      });
      expect(result?.document).toBeNull();
      expect(result?.warnings.at(-1)).toEqual({ code: 'empty' });
    },
  );
});

describe('TEI that is written', () => {
  it('is this, to the letter', async () => {
    await expect(await written(tei, SESSION, OPTIONS)).toMatchFileSnapshot('../fixtures/session.tei');
  });
});
