import type Sqlite from 'better-sqlite3';
import { MinberError } from '../../shared/ipc/errors.ts';
import { APPLICATION_ID, connect, ownTables, refuseDamage } from './open-database.ts';

/** The compiled addon of better-sqlite3; absent: the one that comes with it. */
interface Binding {
  readonly nativeBinding?: string | undefined;
}

/**
 * Makes a fresh copy of a library complete in itself (a copy made online still expects a log beside it) and reads its
 * tables, one at a time, so that requests are answered in between. Rejects with `library-damaged`.
 */
export async function sealBackup(path: string, { nativeBinding }: Binding): Promise<void> {
  const sqlite = connect(path, { fileMustExist: true, nativeBinding });
  try {
    sqlite.pragma('journal_mode = DELETE');
    for (const table of ownTables(sqlite)) {
      refuseDamage(sqlite, `quick_check(${table})`, path);
      await new Promise(setImmediate);
    }
  } finally {
    sqlite.close();
  }
}

/** Returns how many recordings a backup holds outside its bin. Throws when it is not a library or damaged there. */
export function countRecordings(path: string, { nativeBinding }: Binding): number {
  const sqlite = connect(path, { fileMustExist: true, readonly: true, nativeBinding });
  try {
    refuseOthers(sqlite, path);
    return Number(sqlite.prepare('SELECT count(*) FROM recording WHERE deleted_at IS NULL').pluck().get());
  } finally {
    sqlite.close();
  }
}

/**
 * Reads a library file whole that is not open. Throws `library-not-ours`, and `library-damaged` when SQLite finds
 * fault with it.
 */
export function checkWhole(path: string, { nativeBinding }: Binding): void {
  const sqlite = connect(path, { fileMustExist: true, nativeBinding });
  try {
    refuseOthers(sqlite, path);
    refuseDamage(sqlite, 'integrity_check', path);
  } finally {
    sqlite.close();
  }
}

/** An empty file is a database of SQLite's too, and not one of ours. */
function refuseOthers(sqlite: Sqlite.Database, path: string): void {
  if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new MinberError('library-not-ours', { path });
}
