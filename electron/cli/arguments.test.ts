import { describe, expect, test } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { readArguments } from './arguments.ts';
import { readExportOptions } from './export-options.ts';
import { terminalLanguage } from './terminal.ts';

const read = (...words: string[]) =>
  readArguments(words, { flags: ['all', 'json'], values: ['out'], lists: ['recording'] });

describe('the words of a command', () => {
  test('are options and operands in any order', () => {
    expect(read('a.mp4', '--out', 'folder', '--all', '--recording=x=y', 'b.mp4', '--recording', 'z')).toEqual(
      {
        flags: { all: true, json: false },
        values: { out: 'folder' },
        lists: { recording: ['x=y', 'z'] },
        operands: ['a.mp4', 'b.mp4'],
      },
    );
  });

  test('are operands alone after two dashes, and a single dash is one', () => {
    expect(read('-', '--', '--all').operands).toEqual(['-', '--all']);
    expect(read('--out', '-').values.out).toBe('-');
  });

  test('may give a value that begins with a dash behind an equals sign', () => {
    expect(read('--out=-x').values.out).toBe('-x');
  });

  test('hold the last of two values', () => {
    expect(read('--out', 'a', '--out', 'b').values.out).toBe('b');
  });

  test.each([
    [['--loud'], 'unknown-option', '--loud'],
    [['-x'], 'unknown-option', '-x'],
    [['--__proto__=1'], 'unknown-option', '--__proto__'],
    [['--out'], 'no-value', '--out'],
    [['--out', '--all'], 'no-value', '--out'],
    [['--all=yes'], 'value-given', '--all'],
  ])('%j cannot be meant', (words, fault, said) => {
    expect(() => read(...words)).toThrow(expect.objectContaining({ fault, words: said }));
  });
});

describe('export options', () => {
  test('stand over the defaults, in the first language that is ours', () => {
    expect(readExportOptions([], ['ko', 'ru-RU', 'kk'])).toEqual({
      ...DEFAULT_EXPORT_OPTIONS,
      language: 'ru',
    });
    expect(
      readExportOptions(['times=false', 'timeForm=mm:ss', 'language=kk', 'subtitle.lines=1'], ['ru']),
    ).toEqual({
      ...DEFAULT_EXPORT_OPTIONS,
      times: false,
      timeForm: 'mm:ss',
      language: 'kk',
      subtitle: { ...DEFAULT_EXPORT_OPTIONS.subtitle, lines: 1 },
    });
  });

  test.each([
    'times',
    'times=maybe',
    'volume=1',
    'subtitle=1',
    'subtitle.lines=0',
    'subtitle.lines.x=1',
    '__proto__.times=false',
    '=1',
  ])('%s is none', (pair) => {
    expect(() => readExportOptions([pair], [])).toThrow(
      expect.objectContaining({ fault: 'not-an-option', words: pair }),
    );
  });
});

describe('the language of the command line', () => {
  test.each([
    [{ LANG: 'kk_KZ.UTF-8' }, 'kk'],
    [{ LANG: 'kk_KZ.UTF-8', LC_ALL: 'ru_RU.UTF-8' }, 'ru'],
    [{ LANG: 'de_DE.UTF-8', LANGUAGE: 'de:kk:ru' }, 'kk'],
    [{ LANG: 'C.UTF-8', LANGUAGE: 'kk' }, 'en'],
    [{ LC_ALL: 'POSIX', LANG: 'kk_KZ' }, 'en'],
  ])('of %j is %s', (environment, language) => {
    expect(terminalLanguage({ environment })).toBe(language);
  });
});
