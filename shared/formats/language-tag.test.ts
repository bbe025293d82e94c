import { expect, it } from 'vitest';
import { languageTag, linguistCode } from './language-tag.ts';

it.each([
  ['kaz', 'kk'],
  ['eng', 'en'],
  ['ru_RU', 'ru-RU'],
  [' fra ', 'fr'],
  ['kk-Latn', 'kk-Latn'],
  ['und', null],
  ['', null],
  ['no such language', null],
  [undefined, null],
])('the language code %j is %j', (code, tag) => {
  expect(languageTag(code)).toBe(tag);
});

it.each(['kk', 'ru', 'en', 'kk-KZ', 'ar'])('%s comes back from its code', (tag) => {
  expect(languageTag(linguistCode(tag))).toBe(tag);
});
