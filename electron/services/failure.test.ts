import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MinberError } from '../../shared/ipc/errors.ts';
import { toMinberError } from './failure.ts';

const coded = (code: string, parts: object = {}) => Object.assign(new Error(code), { code, ...parts });

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY_DIRECTORY', 'library-read-only'],
  ['SQLITE_CORRUPT_VTAB', 'library-damaged'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'bad-request'],
  ['ENOSPC', 'disk-full'],
  ['ERR_INVALID_ARG_TYPE', 'unexpected'],
])('%s means %s', (code, meaning) => {
  const cause = coded(code);
  expect(toMinberError(cause)).toMatchObject({ code: meaning, cause });
});

test('names the file that could not be read', () => {
  let thrown: unknown;
  try {
    readFileSync('/nowhere/жазба.mp4');
  } catch (error) {
    thrown = error;
  }
  expect(toMinberError(thrown)).toMatchObject({ code: 'file-missing', params: { name: 'жазба.mp4' } });
});

test('keeps an error that is ours, and takes anything thrown', () => {
  const ours = new MinberError('media-differs', { name: 'a' });
  expect(toMinberError(ours)).toBe(ours);
  expect(toMinberError('text')).toMatchObject({ code: 'unexpected', cause: 'text' });
  expect(toMinberError(null).code).toBe('unexpected');
});
