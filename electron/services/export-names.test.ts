import { expect, test } from 'vitest';
import { fileStem, foldName, freeFileName } from './export-names.ts';

test.each([
  ['Су форумы. 2-отырыс: Ортақ өзен', 'Су форумы. 2-отырыс Ортақ өзен'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['  two\n\tlines\u0000 ', 'two lines'],
  ['Сессия…  ', 'Сессия…'],
  ['end. . .', 'end'],
  ['...', 'minber'],
  ['', 'minber'],
  ['.hidden', 'hidden'],
  ['CON', '_CON'],
  ['com1', '_com1'],
  ['nul.2021', '_nul.2021'],
  ['Console', 'Console'],
  ['и\u0306од', 'йод'],
  ['safe\u202egpj', 'safe gpj'],
])('of %j a file may be called %j', (title, stem) => {
  expect(fileStem(title)).toBe(stem);
});

test.each([['қ'.repeat(300)], ['🎙️'.repeat(100)], ['水'.repeat(200)]])(
  'a long title is cut to what every file system takes, and no letter is cut in two',
  (title) => {
    const stem = fileStem(title);
    expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(180);
    expect(Buffer.byteLength(stem)).toBeGreaterThan(170);
    expect(stem).not.toMatch(/\p{Cs}/u);
  },
);

test('a taken name is numbered, also where it differs in case or normal form alone', () => {
  const taken = new Set(['Форум.srt', 'ФОРУМ (2).srt', 'и\u0306.srt'].map(foldName));
  const isTaken = (name: string) => taken.has(foldName(name));
  expect(freeFileName('форум', 'srt', isTaken)).toBe('форум (3).srt');
  expect(freeFileName('форум', 'vtt', isTaken)).toBe('форум.vtt');
  expect(freeFileName('Й', 'srt', isTaken)).toBe('Й (2).srt');
});
