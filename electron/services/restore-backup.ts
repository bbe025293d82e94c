import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MinberError } from '../../shared/ipc/errors.ts';
import { checkWhole } from '../database/backup-file.ts';
import { openDatabase } from '../database/open-database.ts';
import type { App, AppOptions } from './app.ts';
import { freeBackupPath, namedBackups } from './back-up.ts';
import { backupFolder } from './backup-names.ts';

type Place = Pick<AppOptions, 'libraryPath' | 'nativeBinding' | 'logger'>;

/**
 * Replaces the library by one of its backups, checked whole and brought to the present schema first; the library as
 * it is becomes a backup of its own. The window must start anew afterwards. Throws MinberError: `not-found`,
 * `backup-damaged`, `library-newer`, `disk-full`; the library is then as it was.
 */
export function restoreBackup(app: App, name: string): void {
  const folder = backupFolder(app.libraryPath);
  if (!namedBackups(folder).some((backup) => backup.name === name))
    throw new MinberError('not-found', {}, new Error(`no backup ${name}`));
  const ready = prepareBackup(app, name, app.now());
  app.library.copyTo(freeBackupPath(folder, app.now(), 'before-restore'));
  app.replaceLibrary(() => putInPlace(ready, app.libraryPath));
  app.logger.info(`the library was restored from the backup ${name}`);
}

/**
 * Replaces a library that cannot be opened by the newest of its backups that is sound. The damaged file is kept
 * beside it. Throws `backup-damaged` when there is no sound backup.
 */
export async function restoreNewestBackup(options: AppOptions): Promise<void> {
  const { libraryPath, logger, clock = () => new Date() } = options;
  for (const { name } of namedBackups(backupFolder(libraryPath))) {
    try {
      const ready = prepareBackup(options, name, clock());
      keepDamaged(libraryPath, clock());
      putInPlace(ready, libraryPath);
      logger.info(`the damaged library was replaced by the backup ${name}`);
      return;
    } catch (error) {
      logger.warn(`backup ${name} cannot be restored`, error);
    }
  }
  throw new MinberError('backup-damaged');
}

/** Returns the path of a copy of the backup beside the library, checked and migrated. */
function prepareBackup({ libraryPath, nativeBinding }: Place, name: string, at: Date): string {
  const folder = backupFolder(libraryPath);
  const ready = `${libraryPath}.restoring`;
  removeLibraryFiles(ready);
  try {
    copyFileSync(join(folder, name), ready);
    checkWhole(ready, { nativeBinding });
    openDatabase(ready, {
      nativeBinding,
      migrationCopyPath: () => freeBackupPath(folder, at, 'before-update'),
    }).close();
    flush(ready, 'r+');
    return ready;
  } catch (error) {
    removeLibraryFiles(ready);
    throw isDamage(error) ? new MinberError('backup-damaged', {}, error) : error;
  }
}

function isDamage(error: unknown): boolean {
  if (error instanceof MinberError)
    return error.code === 'library-damaged' || error.code === 'library-not-ours';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/** A log left beside the old file would be applied to the new one, so it goes first. */
function putInPlace(ready: string, libraryPath: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(libraryPath + suffix, { force: true });
  renameSync(ready, libraryPath);
  if (process.platform !== 'win32') flush(dirname(libraryPath), 'r');
}

function flush(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function keepDamaged(libraryPath: string, at: Date): void {
  const aside = `${libraryPath}.damaged-${at.toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const suffix of ['', '-wal'])
    if (existsSync(libraryPath + suffix)) copyFileSync(libraryPath + suffix, aside + suffix);
}

function removeLibraryFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
