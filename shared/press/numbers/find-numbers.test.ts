import { expect, test } from 'vitest';
import type { Language } from '../../model/language.ts';
import { numbersIn, sameNumber } from './find-numbers.ts';

const told = (text: string, language: Language) =>
  numbersIn(text, language).map(({ value, unit }) => (unit ? `${value} ${unit}` : `${value}`));

test.each([
  ['kk', '400 мың', ['400000']],
  ['kk', '400,000', ['400000']],
  ['kk', '400 000', ['400000']],
  ['kk', 'төрт жүз мың өтініш', ['400000']],
  ['kk', 'отыз пайыз', ['30 percent']],
  ['kk', '30%-тік квота', ['30 percent']],
  ['kk', 'он үш пайызында', ['13 percent']],
  ['kk', 'бір күні бір адам келді', []],
  ['kk', 'жиырма бірінші ғасыр', ['21']],
  ['kk', '1990-жылдары', ['1990 decade']],
  ['kk', '12 мың 500 теңге', ['12500']],
  ['kk', '16 қазан', ['16', '10 month']],
  ['kk', '18–20 пайыз', ['18 percent', '20 percent']],
  ['ru', 'он сказал о семи реках', ['7']],
  ['ru', 'двадцать пять тысяч', ['25000']],
  ['ru', '2,4 млн посетителей', ['2400000']],
  ['ru', 'в 1990-х годах', ['1990 decade']],
  ['ru', 'тридцати процентов', ['30 percent']],
  ['ru', '16.10.2025', ['16', '10 month', '2025']],
  ['en', 'two hundred and fifty', ['250']],
  ['en', 'thirty per cent', ['30 percent']],
  ['en', '3.5 billion', ['3500000000']],
  ['en', 'October 16, 2025', ['10 month', '16', '2025']],
  ['en', 'in the nineties', ['90 decade']],
] as const)('%s: %s', (language, text, expected) => {
  expect(told(text, language)).toEqual(expected);
});

test('the value and the percent decide', () => {
  expect(sameNumber({ value: 30, unit: 'percent' }, { value: 13, unit: 'percent' })).toBe(false);
  expect(sameNumber({ value: 30, unit: 'percent' }, { value: 30, unit: null })).toBe(false);
  expect(sameNumber({ value: 1990, unit: 'decade' }, { value: 90, unit: 'decade' })).toBe(true);
});
