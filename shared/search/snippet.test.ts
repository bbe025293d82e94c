import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snippetOf } from './snippet.ts';

const show = (text: string, word: string) =>
  snippetOf(text, (candidate) => candidate.toLowerCase().startsWith(word))
    .map((part) => (part.hit ? `<${part.text}>` : part.text))
    .join('');

const LONG = `${'бірінші сөздер көп '.repeat(10)}өзен суы ${'соңғы сөздер де көп '.repeat(10)}`;

test('marks what was found and what begins with it', () => {
  expect(show('Өзен мен өзендер', 'өзен')).toBe('<Өзен> мен <өзендер>');
  expect(show('қала', 'өзен')).toBe('қала');
});

test('cuts a long text between words around the first hit', () => {
  const shown = show(LONG, 'өзен');
  expect(shown).toMatch(/^…\S.* <өзен> суы .*\S…$/u);
  expect(shown.length).toBeLessThan(190);
  expect(show(LONG, 'жоқ')).toMatch(/^бірінші .*\S…$/u);
});

test('whatever is cut stands in the text, and hits are whole words', () => {
  const text = fc
    .array(fc.constantFrom('су', 'жер', 'өзендер', ' ', ' ', '. ', '\n'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (whole) => {
      const parts = snippetOf(whole, (word) => word.startsWith('су'));
      const joined = parts.map((part) => part.text).join('');
      expect(whole).toContain(joined.replace(/^…/u, '').replace(/…$/u, ''));
      for (const part of parts) if (part.hit) expect(part.text).toMatch(/^су/u);
    }),
  );
});
