import { expect, it } from 'vitest';
import { isoDate } from './iso-date.ts';

it.each([
  ['2024-02-29', '2024-02-29'],
  [' 1998-05-12\n', '1998-05-12'],
  ['2023-02-29', null],
  ['2024-13-01', null],
  ['980428:0700', null],
  ['', null],
  [undefined, null],
])('the day %j is %j', (text, day) => {
  expect(isoDate(text)).toBe(day);
});
