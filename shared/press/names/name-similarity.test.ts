import { expect, test } from 'vitest';
import { fromGenitive, nameStems } from './case-endings.ts';
import { nameSimilarity, SAME_NAME } from './name-similarity.ts';

test.each([
  ['Чо Бён Чжэ', 'Cho Byong-jae'],
  ['Чо Бёнчжэ', 'Cho Byong-jae'],
  ['Чо Бён Чжэ', 'Чо Бёнчжэ'],
  ['Ерболат Қуанышев', 'Yerbolat Quanyshev'],
  ['Дильшод Хамраев', 'Dilshod Khamraev'],
  ['Элеонор Уиткомб', 'Eleanor Whitcombe'],
  ['Дильшода Хамраева', 'Дилшод Хамраев'],
  ['Айгерім Бейсенованың', 'Айгерим Бейсенова'],
  ['Әлиұлына', 'Әлиұлы'],
  ['А. Самарин', 'Андрей Самарин'],
  ['Самарин Андрей', 'Андрей Самарин'],
  ['Нұрлан Ерланұлы Сәтов', 'Нұрлан Сәтов'],
  ['Whitcombe-тің', 'Whitcombe'],
  ['Mr Whitcombe', 'Whitcombe'],
])('%s is %s', (one, other) => {
  expect(nameSimilarity(one, other)).toBeGreaterThanOrEqual(SAME_NAME);
  expect(nameSimilarity(other, one)).toBe(nameSimilarity(one, other));
});

test.each([
  ['Айгерім Бейсенова', 'Айгүл Бейсенова'],
  ['Сергей Самарин', 'Сергей Петров'],
  ['Марат Әлиұлы', 'Сара Ермек'],
  ['Том Уиткомб', 'Элеонор Уиткомб'],
  ['', 'Марат'],
])('%s is not %s', (one, other) => {
  expect(nameSimilarity(one, other)).toBeLessThan(SAME_NAME);
});

test('the nominative is among the stems', () => {
  expect(nameStems('Тоқаевқа')).toContain('тоқаев');
  expect(nameStems('Самариным')).toContain('самарин');
  expect(nameStems('Әлиұлының')).toContain('әлиұлы');
  expect(nameStems('Лебедевой')).toContain('лебедева');
});

test('a genitive is told in the nominative', () => {
  expect(fromGenitive('Петра Самарина')).toBe('Петр Самарин');
  expect(fromGenitive('Анны Лебедевой')).toBe('Анна Лебедева');
  expect(fromGenitive('Чо Бён Чжэ')).toBe('Чо Бён Чжэ');
});
