import { describe, expect, it } from 'vitest';
import { programArguments, readArguments } from './arguments.ts';

describe('readArguments', () => {
  it.each([
    [[], null, []],
    [['forum.mp4', '/media/b.mp3'], null, ['/desk/forum.mp4', '/media/b.mp3']],
    [['--library', 'own.minber-library', 'a.mp4'], '/desk/own.minber-library', ['/desk/a.mp4']],
    [['--library=/own', '--lang=kk', 'a.mp4'], '/own', ['/desk/a.mp4']],
  ])('reads %j', (args, libraryPath, files) => {
    expect(readArguments(args, '/desk')).toEqual({ libraryPath, files });
  });
});

describe('programArguments', () => {
  it.each([
    [['electron', '/program', 'a.mp4'], false, ['a.mp4']],
    [
      ['electron', '--no-sandbox', '/program', '--library', 'own', 'a.mp4'],
      false,
      ['--library', 'own', 'a.mp4'],
    ],
    [['electron', '--no-sandbox', '/program'], false, []],
    [['minber', 'a.mp4'], true, ['a.mp4']],
  ])('of %j, packaged: %s', (argv, isPackaged, words) => {
    expect(programArguments(argv, isPackaged)).toEqual(words);
  });
});
