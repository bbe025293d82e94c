import { describe, expect, it } from 'vitest';
import type { SpeakerId } from './ids.ts';
import { localText } from './language.ts';
import { resolveSpeaker, type Speaker, speakerName } from './speaker.ts';

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
