import { describe, expect, it } from 'vitest';
import { localFormats, longDate } from './local-formats.ts';

const AT = new Date(2025, 2, 7, 9, 5);

describe('dates and numbers in Kazakh, which Chromium cannot write', () => {
  const { date, dateTime, clock, number, languageName } = localFormats('kk');

  it('names the month', () => {
    expect(date.format(AT)).toBe('2025 ж. 7 наурыз');
    expect(dateTime.format(AT)).toBe('2025 ж. 7 наурыз, 09:05');
    expect(clock.format(AT)).toBe('09:05');
    expect(longDate('2025-12-31', 'kk')).toBe('2025 жылғы 31 желтоқсан');
  });

  it('parts thousands by a space', () => {
    expect(number.format(12_345.6)).toBe('12\u00a0345,6');
  });

  it('names languages', () => {
    expect(languageName.of('en-GB')).toBe('ағылшын тілі');
    expect(languageName.of('kk')).toBe('қазақ тілі');
  });
});

describe('dates in Russian and English', () => {
  it('are those of the engine', () => {
    expect(longDate('2025-03-07', 'ru')).toBe('7 марта 2025 г.');
    expect(longDate('2025-03-07', 'en')).toBe('March 7, 2025');
    expect(localFormats('ru').languageName.of('kk')).toBe('казахский');
  });

  it('leave what is no date as it is', () => {
    expect(longDate('күзде', 'en')).toBe('күзде');
    expect(longDate('2025-02-31', 'en')).toBe('2025-02-31');
  });
});
