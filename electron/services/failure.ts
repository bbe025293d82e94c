import { basename } from 'node:path';
import { type ErrorCode, MinberError } from '../../shared/ipc/errors.ts';

/** What the codes of SQLite mean to a person; the extended codes begin with these. */
const SQLITE_MEANINGS: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_BUSY', 'library-locked'],
  ['SQLITE_READONLY', 'library-read-only'],
  ['SQLITE_CORRUPT', 'library-damaged'],
  ['SQLITE_NOTADB', 'library-damaged'],
  ['SQLITE_CONSTRAINT', 'bad-request'],
];

/** What the codes of the file system mean, of an error that names a file. */
const FILE_MEANINGS: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'file-missing',
  EACCES: 'file-unreadable',
  EPERM: 'file-unreadable',
  EIO: 'file-unreadable',
  EISDIR: 'not-a-file',
};

/** Returns the error itself when it is one of ours, else one with the code that its cause amounts to. */
export function toMinberError(error: unknown): MinberError {
  if (error instanceof MinberError) return error;
  const { code = '', path } = (error instanceof Error ? error : {}) as { code?: string; path?: string };
  const sqlite = SQLITE_MEANINGS.find(([start]) => code.startsWith(start));
  if (sqlite) return new MinberError(sqlite[1], {}, error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new MinberError('disk-full', {}, error);
  const file = FILE_MEANINGS[code];
  if (file && path) return new MinberError(file, { name: basename(path) }, error);
  return new MinberError('unexpected', {}, error);
}
