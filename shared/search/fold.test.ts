import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldText, originalSpan } from './fold.ts';

const same = (a: string, b: string, matchCase = false) => foldText(a, matchCase) === foldText(b, matchCase);

test.each([
  ['Іс', 'іс'],
  ['ӘЛЕМ', 'әлем'],
  ['ҒЫЛЫМ', 'ғылым'],
  ['ҰҢҒЫ', 'ұңғы'],
  ['Ёлка', 'елка'],
  ['ёлка', 'елка'],
  ['Ыстамбұл', 'ыстамбұл'],
  ['İstanbul', 'istanbul'],
  ['ISTANBUL', 'ıstanbul'],
  ['и\u0306од', 'йод'],
  ['И\u0306од', 'йод'],
  ['е\u0308лка', 'елка'],
])('%s is %s to a reader', (a, b) => {
  expect(same(a, b)).toBe(true);
});

test.each([
  ['й', 'и'],
  ['и\u0306', 'и'],
  ['і', 'и'],
  ['і', 'i'],
  ['қ', 'к'],
  ['ә', 'а'],
  ['ң', 'н'],
  ['ұ', 'ү'],
])('%s is not %s', (a, b) => {
  expect(same(a, b)).toBe(false);
});

test('where case matters every letter is itself, however it was typed', () => {
  expect(same('и\u0306од', 'йод', true)).toBe(true);
  expect(same('Ёлка', 'Елка', true)).toBe(false);
  expect(same('Әлем', 'әлем', true)).toBe(false);
  expect(same('İ', 'I', true)).toBe(false);
});

test('places lead back to the original', () => {
  const text = 'Сай и\u0306од İ а\u0301 соң';
  const folded = fold(text, false);
  for (const word of ['йод', 'соң', 'i']) {
    const at = folded.text.indexOf(word);
    const span = originalSpan(folded, at, at + word.length, text.length);
    expect(span && foldText(text.slice(span.start, span.end), false)).toBe(word);
  }
});

test('whatever stands in a text, the place of each whole letter leads back to it', () => {
  const text = fc
    .array(fc.constantFrom('а', 'и', '\u0306', 'Ё', 'İ', ' ', '𝒜', 'й', '\u0301', 'ß'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.boolean(), (original, matchCase) => {
      const folded = fold(original, matchCase);
      expect(originalSpan(folded, 0, folded.text.length, original.length)).toEqual({
        start: 0,
        end: original.length,
      });
      expect(folded.text.length).toBe(folded.origins?.length ?? original.length);
    }),
  );
});
