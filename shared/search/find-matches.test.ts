import { expect, test } from 'vitest';
import { BadPattern, createFinder, type FindQuery } from './find-matches.ts';

const PLAIN: Omit<FindQuery, 'text'> = { matchCase: false, wholeWord: false, regex: false };
const found = (text: string, query: Partial<FindQuery> & { text: string }, replacement?: string) =>
  createFinder({ ...PLAIN, ...query }, replacement)(text).map(({ start, end }) => text.slice(start, end));
const replaced = (text: string, query: Partial<FindQuery> & { text: string }, replacement: string) =>
  createFinder({ ...PLAIN, ...query }, replacement)(text).map((match) => match.replacement);

test.each([
  ['Іс-шара, іс, ІС', 'іс', ['Іс', 'іс', 'ІС']],
  ['Әлем әлемі', 'ӘЛЕМ', ['Әлем', 'әлем']],
  ['ёлка, елка, ЁЛКА', 'елка', ['ёлка', 'елка', 'ЁЛКА']],
  ['ёлка, елка', 'ёлка', ['ёлка', 'елка']],
  ['и\u0306од пен йод', 'йод', ['и\u0306од', 'йод']],
  ['и\u0306од', 'и', []],
  ['аааа', 'аа', ['аа', 'аа']],
  ['a.c abc', 'a.c', ['a.c']],
  ['', 'а', []],
  ['абв', '', []],
])('«%s»: «%s»', (text, query, expected) => {
  expect(found(text, { text: query })).toEqual(expected);
});

test('case matters when it is to', () => {
  expect(found('Әлем әлем', { text: 'әлем', matchCase: true })).toEqual(['әлем']);
  expect(found('ёлка елка', { text: 'елка', matchCase: true })).toEqual(['елка']);
});

test.each([
  ['су суы, су-жер (су) су1', 'су', 3],
  ['және жәнеде', 'және', 1],
  ['й и\u0306 и', 'и', 1],
  ['𝒜су су', 'су', 1],
])('whole words in «%s»: «%s» %i', (text, query, count) => {
  expect(found(text, { text: query, wholeWord: true })).toHaveLength(count);
});

test('a regular expression knows letters of all alphabets, lines and groups', () => {
  expect(found('Құрметті 12 елші, 5 қонақ', { text: '\\p{L}+(?= \\d)', regex: true })).toEqual(['Құрметті']);
  expect(found('бір\nекі', { text: '^\\p{L}', regex: true })).toEqual(['б', 'е']);
  expect(found('ӘЛЕМ', { text: 'әлем', regex: true })).toEqual(['ӘЛЕМ']);
  expect(found('ӘЛЕМ', { text: 'әлем', regex: true, matchCase: true })).toEqual([]);
  expect(found('абв', { text: 'x*', regex: true })).toEqual([]);
  expect(found('су суы', { text: 'с.', regex: true, wholeWord: true })).toEqual(['су']);
  expect(replaced('2026-01', { text: '(\\d+)-(?<ай>\\d+)', regex: true }, '$<ай>.$1 $$ $& $9')).toEqual([
    '01.2026 $ 2026-01 $9',
  ]);
});

test('a replacement of plain text stands as it is written', () => {
  expect(replaced('су', { text: 'су' }, '$&')).toEqual(['$&']);
});

test('a pattern that cannot be read is refused', () => {
  expect(() => createFinder({ ...PLAIN, regex: true, text: '(' })).toThrow(BadPattern);
});
