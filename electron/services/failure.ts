import { type ErrorCode, MinberError } from '../../shared/ipc/errors.ts';

/** What the codes of SQLite and of the file system mean to a person; the first that the code starts with. */
const MEANINGS: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_BUSY', 'library-locked'],
  ['SQLITE_LOCKED', 'library-locked'],
  ['SQLITE_READONLY', 'library-read-only'],
  ['SQLITE_CORRUPT', 'library-damaged'],
  ['SQLITE_NOTADB', 'library-damaged'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['ENOENT', 'file-missing'],
  ['EACCES', 'file-unreadable'],
  ['EPERM', 'file-unreadable'],
  ['EIO', 'file-unreadable'],
  ['EISDIR', 'not-a-file'],
];

/** Returns the error itself when it is one of ours, else one with the code that its cause amounts to. */
export function toMinberError(error: unknown): MinberError {
  if (error instanceof MinberError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const meaning = MEANINGS.find(([start]) => code.startsWith(start));
  return new MinberError(meaning?.[1] ?? 'unexpected', {}, error);
}
