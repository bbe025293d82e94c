import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime, parseTime } from './time.ts';

describe('formatTime', () => {
  it.each([
    [0, 'h:mm:ss', '00:00:00'],
    [723_400, 'h:mm:ss', '00:12:03'],
    [723_400, 'h:mm:ss.mmm', '00:12:03.400'],
    [723_400, 'mm:ss', '12:03'],
    [10_690_999, 'h:mm:ss', '02:58:10'],
    [10_690_999, 'mm:ss', '178:10'],
    [360_000_000, 'h:mm:ss', '100:00:00'],
    [-1500, 'h:mm:ss.mmm', '-00:00:01.500'],
  ] as const)('writes %i as %s: %s', (ms, form, text) => {
    expect(formatTime(ms, form)).toBe(text);
  });
});

describe('parseTime', () => {
  it.each([
    ['0', 0],
    ['75', 75_000],
    ['12:03', 723_000],
    ['178:10', 10_690_000],
    ['1:02:45', 3_765_000],
    ['00:12:03.4', 723_400],
    ['00:12:03,4', 723_400],
    [' 00:12:03.123456 ', 723_123],
  ])('reads %s as %i ms', (text, ms) => {
    expect(parseTime(text)).toBe(ms);
  });

  it.each(['', 'abc', '12:60', '1:60:00', '-1', '1:2:3:4', '12:', ':12', '12.', '1e3', '١٢:٠٣'])(
    'refuses "%s"',
    (text) => {
      expect(parseTime(text)).toBeNull();
    },
  );

  it('reads back every time that is written with milliseconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 * 3_600_000 }), (ms) => {
        expect(parseTime(formatTime(ms, 'h:mm:ss.mmm'))).toBe(ms);
      }),
    );
  });
});
