import { expect, test } from 'vitest';
import { preferredLanguage } from './language.ts';

test.each([
  [['kk-KZ', 'ru'], 'kk'],
  [['de_DE.UTF-8', 'ru_RU.UTF-8'], 'ru'],
  [['RU'], 'ru'],
  [['rus', 'C.UTF-8', ''], 'en'],
  [[], 'en'],
] as const)('of %j, ours is %s', (tags, language) => {
  expect(preferredLanguage(tags)).toBe(language);
});
