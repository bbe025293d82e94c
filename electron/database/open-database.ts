import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { MinberError } from '../../shared/ipc/errors.ts';
import { LibraryDatabase } from './library-database.ts';
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrate.ts';

/** 'Mnbr', in the header of every library. */
export const APPLICATION_ID = 0x4d6e6272;

/** How long to wait for another Minber that is just closing. */
const LOCK_TIMEOUT_MS = 500;
/** Reading this much takes some 50 ms. A larger file is not read at each start, only when it is backed up. */
const CHECK_UP_TO_BYTES = 32 * 1024 * 1024;

export interface OpenDatabaseOptions {
  /** The compiled addon of better-sqlite3; absent: the one that comes with it. */
  readonly nativeBinding?: string | undefined;
  /** Where to copy a library that is about to be migrated from the version given. */
  readonly migrationCopyPath: (fromVersion: number) => string;
}

/**
 * Opens the library at `path`, made with its folder when there is none, and keeps it for this process alone until it is closed:
 * `locking_mode = EXCLUSIVE` holds the system's lock on the file, which ends with the process however that ends.
 * While it is open, nothing else in this process may open the file, since closing it would drop that lock.
 *
 * Throws MinberError: `library-locked`, `library-newer`, `library-not-ours`, `library-damaged`,
 * `library-read-only`, `disk-full`. A file that is refused is left as it was.
 */
export function openDatabase(path: string, options: OpenDatabaseOptions): LibraryDatabase {
  let sqlite: Sqlite.Database | undefined;
  try {
    if (!existsSync(dirname(path))) mkdirSync(dirname(path));
    // SQLite would open a file that may not be written for reading, and stumble over it later.
    if (existsSync(path)) accessSync(path, constants.W_OK);
    sqlite = connect(path, { timeout: LOCK_TIMEOUT_MS, nativeBinding: options.nativeBinding });
    prepare(sqlite, path, options);
    return new LibraryDatabase(sqlite);
  } catch (error) {
    sqlite?.close();
    throw refusal(error, path);
  }
}

/** Opens a file with SQLite; `nativeBinding` as in OpenDatabaseOptions. */
export function connect(path: string, options: Sqlite.Options): Sqlite.Database {
  const { nativeBinding, ...others } = options;
  return new Sqlite(path, nativeBinding === undefined ? others : options);
}

function prepare(sqlite: Sqlite.Database, path: string, options: OpenDatabaseOptions): void {
  sqlite.pragma('locking_mode = EXCLUSIVE');
  const isNew = isBlank(sqlite);
  if (!isNew) refuseStranger(sqlite, path);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('journal_size_limit = 16777216');
  sqlite.exec('BEGIN IMMEDIATE; COMMIT');
  if (isNew) sqlite.pragma(`application_id = ${APPLICATION_ID}`);
  const version = schemaVersion(sqlite);
  if (version === SCHEMA_VERSION) return;
  if (version > 0) {
    const copyPath = options.migrationCopyPath(version);
    if (!existsSync(dirname(copyPath))) mkdirSync(dirname(copyPath));
    sqlite.prepare('VACUUM INTO ?').run(copyPath);
  }
  migrate(sqlite);
}

function isBlank(sqlite: Sqlite.Database): boolean {
  const things = sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  return things === 0 && schemaVersion(sqlite) === 0;
}

function refuseStranger(sqlite: Sqlite.Database, path: string): void {
  if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new MinberError('library-not-ours', { path });
  if (schemaVersion(sqlite) > SCHEMA_VERSION) throw new MinberError('library-newer', { path });
  if (statSync(path).size > CHECK_UP_TO_BYTES) return;
  for (const table of ownTables(sqlite)) refuseDamage(sqlite, `quick_check(${table})`, path);
}

/** Returns the tables of a library that hold what cannot be made anew: all but the search index. */
export function ownTables(sqlite: Sqlite.Database): readonly string[] {
  return sqlite
    .prepare<[], string>(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 1`)
    .pluck()
    .all();
}

/** Runs a check of SQLite's (a pragma) and throws `library-damaged`, with its findings as the cause. */
export function refuseDamage(sqlite: Sqlite.Database, check: string, path: string): void {
  const findings = sqlite.pragma(check) as Record<string, string>[];
  const lines = findings.map((finding) => Object.values(finding).join());
  if (lines.join() !== 'ok') throw new MinberError('library-damaged', { path }, new Error(lines.join('\n')));
}

function refusal(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB') return new MinberError('library-not-ours', { path }, error);
  if (code.startsWith('SQLITE_BUSY')) return new MinberError('library-locked', { path }, error);
  if (code.startsWith('SQLITE_CORRUPT')) return new MinberError('library-damaged', { path }, error);
  if (code === 'SQLITE_CANTOPEN' && existsSync(path) && statSync(path).isDirectory())
    return new MinberError('library-not-ours', { path }, error);
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT)/.test(code))
    return new MinberError('library-read-only', { path }, error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new MinberError('disk-full', { path }, error);
  return error;
}
