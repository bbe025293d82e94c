import { describe, expect, it } from 'vitest';
import { parseAnyTime } from './time-forms.ts';

describe('times as programs write them', () => {
  it.each([
    ['12', 12_000],
    ['12.5', 12_500],
    ['02:03', 123_000],
    ['62:03', 3_723_000],
    ['1:02:03', 3_723_000],
    ['01:02:03.045', 3_723_045],
    ['01:02:03,4', 3_723_400],
    ['00:12:03:14', 723_560],
    ['00:12:03;14', 723_560],
    ['00:00:01:12.5', 1500],
    ['12.5s', 12_500],
    ['1500 ms', 1500],
    ['1.5h', 5_400_000],
    ['2m', 120_000],
    ['36f', 1440],
    ['1h02m03s', 3_723_000],
    ['1h 2 min', 3_720_000],
    ['2min 3,5 sec', 123_500],
  ])('%s is %i ms', (text, ms) => {
    expect(parseAnyTime(text)).toBe(ms);
  });

  it('counts frames and ticks at the rate of the file', () => {
    expect(parseAnyTime('00:00:01:15', { frameRate: 30 })).toBe(1500);
    expect(parseAnyTime('00:00:01:15', { frameRate: 30_000 / 1001 })).toBe(1501);
    expect(parseAnyTime('25000000t', { frameRate: 25, tickRate: 10_000_000 })).toBe(2500);
  });

  it.each(['', 'x', '00:75:00', '00:00:01:25', '-1', '1e5', 'h', '99999999999999999999t'])(
    '%s is none',
    (text) => {
      expect(parseAnyTime(text)).toBeNull();
    },
  );
});
