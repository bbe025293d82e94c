import { expect, test } from 'vitest';
import { afterPause } from './skip-pauses.ts';

const speech = [
  { startMs: 2000, endMs: 5000 },
  { startMs: 5600, endMs: 9000 },
  { startMs: 14_000, endMs: 20_000 },
];

test.each([
  ['the silence before the first word is heard for a moment', 0, null],
  ['then left out', 400, 1750],
  ['speech is played', 3000, null],
  ['a breath is played', 5300, null],
  ['a pause is heard for a moment', 9200, null],
  ['and then left out', 9301, 13_750],
  ['its last moment is heard', 13_800, null],
  ['nothing is left out behind the last word', 21_000, null],
])('%s', (_name, ms, expected) => {
  expect(afterPause(speech, ms)).toBe(expected);
});
