import { describe, expect, it } from 'vitest';
import type { SpeakerId } from './ids.ts';
import { listSpeakers, matchesQuery, mergedInto } from './list-speakers.ts';
import type { Speaker } from './speaker.ts';

const id = (text: string) => text as SpeakerId;
const speaker = (key: string, parts: Partial<Speaker>): [SpeakerId, Speaker] => [
  id(key),
  { id: id(key), name: {}, title: {}, organisation: {}, country: {}, colour: 0, mergedInto: null, ...parts },
];
const speakers = new Map([
  speaker('host', { name: { kk: 'Жүргізуші', en: 'Host' }, organisation: { en: 'News agency' } }),
  speaker('zed', { name: { en: 'Zed' } }),
  speaker('anna', { name: { en: 'Anna' } }),
  speaker('twin', { name: { ru: 'Ведущий' }, mergedInto: id('host') }),
]);

describe('lists of speakers', () => {
  it('put those of the transcript first, by number, and the others by name', () => {
    const { here, others } = listSpeakers(speakers, [id('zed'), id('host')], 'en');
    expect(here.map(({ speaker, digit }) => [speaker.id, digit])).toEqual([
      ['zed', 1],
      ['host', 2],
    ]);
    expect(others.map(({ speaker }) => speaker.id)).toEqual(['anna']);
  });

  it('list a speaker once, under the first number, after a merge', () => {
    const { here } = listSpeakers(speakers, [id('twin'), id('host'), id('gone')], 'en');
    expect(here.map(({ speaker, digit }) => [speaker.id, digit])).toEqual([['host', 1]]);
  });

  it('give no digit after the ninth', () => {
    const many = Array.from({ length: 10 }, (_, index) => speaker(`s${index}`, {}));
    const { here } = listSpeakers(
      new Map(many),
      many.map(([key]) => key),
      'en',
    );
    expect(here.at(8)?.digit).toBe(9);
    expect(here.at(9)?.digit).toBeNull();
  });
});

describe('search of speakers', () => {
  const [, host] = speaker('host', speakers.get(id('host')) ?? {});
  it.each([
    ['жүр', true],
    ['HOST agency', true],
    ['ведущий', true],
    ['host zed', false],
    ['', true],
  ])('%j: %s', (query, found) => {
    expect(matchesQuery(host, query, speakers)).toBe(found);
  });

  it('finds a name in any script or spelling, and a title of any day', () => {
    const [key, delegate] = speaker('cho', { name: { ru: 'Чо Бён Чжэ' } });
    const whole: Speaker = {
      ...delegate,
      originalName: { text: '조병제', language: 'ko' },
      aliases: ['Cho Byong-jae'],
      posts: [{ title: { kk: 'Елші' }, organisation: {}, from: null, until: null }],
      countryCode: 'KR',
    };
    for (const query of ['조병', 'byong', 'бен', 'елші', 'kr'])
      expect(matchesQuery(whole, query, new Map([[key, whole]])), query).toBe(true);
  });

  it('knows whom a speaker stands for', () => {
    expect(mergedInto(speakers, id('host')).map((each) => each.id)).toEqual(['twin']);
  });
});
