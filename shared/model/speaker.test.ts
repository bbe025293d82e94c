import { describe, expect, it } from 'vitest';
import type { SpeakerId } from './ids.ts';
import { localText } from './language.ts';
import {
  detailsOf,
  isSoundPost,
  namesOf,
  type Post,
  resolveSpeaker,
  type Speaker,
  speakerName,
  speakerOn,
  titleOn,
} from './speaker.ts';

const speaker = (id: string, mergedInto: string | null = null): Speaker => ({
  id: id as SpeakerId,
  name: { kk: id },
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: mergedInto as SpeakerId | null,
});

const directory = (...speakers: Speaker[]) => new Map(speakers.map((each) => [each.id, each]));

describe('resolveSpeaker', () => {
  it.each([
    ['itself when not merged', directory(speaker('a')), 'a', 'a'],
    ['the one merged into', directory(speaker('a', 'b'), speaker('b')), 'a', 'b'],
    ['the end of a chain', directory(speaker('a', 'b'), speaker('b', 'c'), speaker('c')), 'a', 'c'],
  ])('finds %s', (_, speakers, id, expected) => {
    expect(resolveSpeaker(speakers, id as SpeakerId)?.id).toBe(expected);
  });

  it.each([
    ['no id', directory(speaker('a')), null],
    ['an unknown id', directory(speaker('a')), 'z'],
    ['a merge into nobody', directory(speaker('a', 'z')), 'a'],
    ['a cycle', directory(speaker('a', 'b'), speaker('b', 'a')), 'a'],
  ])('finds nobody for %s', (_, speakers, id) => {
    expect(resolveSpeaker(speakers, id as SpeakerId | null)).toBeNull();
  });
});

describe('localText', () => {
  it.each([
    [{ kk: 'Елші', ru: 'Посол' }, 'ru', 'Посол'],
    [{ kk: 'Елші' }, 'en', 'Елші'],
    [{ en: ' ', ru: 'Посол' }, 'en', 'Посол'],
    [{}, 'kk', ''],
  ] as const)('of %o in %s is "%s"', (text, language, expected) => {
    expect(localText(text, language)).toBe(expected);
  });

  it('is empty for the name of nobody', () => {
    expect(speakerName(null, 'kk')).toBe('');
  });
});

describe('titles of a day', () => {
  const post = (title: string, from: string | null, until: string | null, organisation = ''): Post => ({
    title: { ru: title },
    organisation: organisation === '' ? {} : { ru: organisation },
    from,
    until,
  });
  const delegate: Speaker = {
    ...speaker('a'),
    title: { ru: 'депутат' },
    organisation: { ru: 'Мажилис' },
    posts: [
      post('посол', '2019-03-01', '2021-06-30', 'МИД'),
      post('министр', '2021-07-01', null),
      post('вице-премьер', '2023-01-01', '2023-12-31', 'Правительство'),
      post('', null, '1999-12-31', 'Университет'),
    ],
  };

  it.each([
    ['2019-02-28', 'депутат', 'Мажилис'],
    ['2019-03-01', 'посол', 'МИД'],
    ['2021-06-30', 'посол', 'МИД'],
    ['2021-07-01', 'министр', 'Мажилис'],
    ['2023-05-01', 'вице-премьер', 'Правительство'],
    ['2024-01-01', 'министр', 'Мажилис'],
    ['1990-01-01', 'депутат', 'Университет'],
    [null, 'депутат', 'Мажилис'],
  ])('on %s are %s and %s', (date, title, organisation) => {
    expect(titleOn(delegate, date, 'ru')).toBe(title);
    expect(localText(speakerOn(delegate, date).organisation, 'ru')).toBe(organisation);
  });

  it('leave a speaker without posts as it is', () => {
    const plain = speaker('b');
    expect(speakerOn(plain, '2024-01-01')).toBe(plain);
  });

  it.each([
    ['says nothing', post(' ', null, null), false],
    ['ends before it begins', post('посол', '2020-01-02', '2020-01-01'), false],
    ['lasts a day', post('посол', '2020-01-01', '2020-01-01'), true],
    ['is open on both sides', post('', null, null, 'ООН'), true],
  ])('a post that %s', (_, given, sound) => {
    expect(isSoundPost(given)).toBe(sound);
  });
});

describe('names', () => {
  const delegate: Speaker = {
    ...speaker('a'),
    name: { ru: ' Чо Бён Чжэ ', en: 'Cho Byong-jae' },
    originalName: { text: '조병제', language: 'ko' },
    aliases: ['Чо Бёнчжэ', 'Чо Бён Чжэ'],
  };

  it('are all that are known, each once', () => {
    expect(namesOf(delegate)).toEqual(['Чо Бён Чжэ', 'Cho Byong-jae', '조병제', 'Чо Бёнчжэ']);
  });

  it('fall back to the original script', () => {
    expect(speakerName({ ...delegate, name: {} }, 'kk')).toBe('조병제');
  });
});

it('details in their settled form say nothing that is blank, and nothing twice', () => {
  const early: Post = { title: { kk: ' елші ', ru: ' ' }, organisation: {}, from: null, until: null };
  const late: Post = { title: {}, organisation: { en: 'UN' }, from: '2020-01-01', until: null };
  const empty: Post = { title: { kk: ' ' }, organisation: {}, from: '2000-01-01', until: null };
  expect(
    detailsOf({
      originalName: { text: '  ', language: 'ko' },
      aliases: [' Цой ', 'Цой', ''],
      posts: [late, empty, early],
      countryCode: undefined,
    }),
  ).toEqual({ aliases: ['Цой'], posts: [{ ...early, title: { kk: 'елші' } }, late] });
  expect(detailsOf({})).toEqual({});
});
