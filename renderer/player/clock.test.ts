import { expect, it } from 'vitest';
import { formatTenths } from './clock.ts';

it.each([
  [0, '00:00:00.0'],
  [723_499, '00:12:03.4'],
  [723_999.9, '00:12:03.9'],
  [10_690_000, '02:58:10.0'],
  [-5, '00:00:00.0'],
])('%d ms reads %s', (ms, text) => {
  expect(formatTenths(ms)).toBe(text);
});
