import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from '../../shared/ipc/contract.ts';
import { countRecordings, sealBackup } from '../database/backup-file.ts';
import { hasRecordings } from '../database/recording-store.ts';
import { syncFolder } from '../media/write-file-atomic.ts';
import type { AppOptions, LibraryAccess } from './app.ts';
import {
  type BackupReason,
  backupFolder,
  backupName,
  expiredBackups,
  type NamedBackup,
  parseBackupName,
} from './backup-names.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const PARTIAL = '.partial-';

/** The rotating backups of the open library. */
export interface Backups {
  /**
   * Copies the library while it stays in use, and lets old backups go once the new one has been read and found
   * sound; else rejects with `library-damaged` and keeps them all. Calls made meanwhile wait their turn.
   */
  make(): Promise<Backup>;
  /** Makes a backup when the last is older than a day and there is anything to keep. */
  makeIfDue(): Promise<void>;
  /** Gives up a backup that is being made and removes what there is of it. */
  stop(): Promise<void>;
}

type Place = Pick<AppOptions, 'libraryPath' | 'nativeBinding' | 'logger'>;

export function createBackups(access: LibraryAccess, place: Place): Backups {
  const folder = backupFolder(place.libraryPath);
  const stopper = new AbortController();
  let work: Promise<unknown> = Promise.resolve();

  const makeNow = async (): Promise<Backup> => {
    mkdirSync(folder, { recursive: true });
    removePartial(folder);
    const partial = join(folder, `${PARTIAL}${randomUUID()}`);
    try {
      await access.library.backUpTo(partial, stopper.signal);
      await sealBackup(partial, place);
      await flush(partial);
      const path = freeBackupPath(folder, access.now(), 'routine');
      renameSync(partial, path);
      await syncFolder(folder);
      for (const { name } of expiredBackups(namedBackups(folder))) rmSync(join(folder, name));
      return describe(folder, path.slice(folder.length + 1), place);
    } finally {
      removePartial(folder);
    }
  };

  const make = () => {
    const made = work.then(makeNow);
    work = made.catch(() => undefined);
    return made;
  };

  return {
    make,
    makeIfDue: async () => {
      const newest = Math.max(...routineTimes(folder));
      if (access.now().getTime() - newest < DAY_MS || !hasRecordings(access.library)) return;
      await make();
    },
    stop: async () => {
      stopper.abort();
      await work;
    },
  };
}

/** Returns the backups that can be read, newest first; damage deeper inside shows when one is restored. */
export function listBackups(place: Place): readonly Backup[] {
  const folder = backupFolder(place.libraryPath);
  return namedBackups(folder).flatMap(({ name }) => {
    try {
      return [describe(folder, name, place)];
    } catch (error) {
      place.logger.warn(`backup ${name} cannot be read`, error);
      return [];
    }
  });
}

/** Returns a path in `folder` for a backup taken at `at`, or a millisecond later when that name is taken. */
export function freeBackupPath(folder: string, at: Date, reason: BackupReason): string {
  for (let time = at.getTime(); ; time++) {
    const path = join(folder, backupName(new Date(time), reason));
    if (!existsSync(path)) return path;
  }
}

/** Returns the backups in the folder by their names, newest first. */
export function namedBackups(folder: string): readonly NamedBackup[] {
  return (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((name) => parseBackupName(name) ?? [])
    .sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime());
}

const routineTimes = (folder: string): readonly number[] =>
  namedBackups(folder)
    .filter(({ reason }) => reason === 'routine')
    .map(({ takenAt }) => takenAt.getTime());

function describe(folder: string, name: string, place: Place): Backup {
  const path = join(folder, name);
  return {
    name,
    takenAt: parseBackupName(name)?.takenAt.toISOString() ?? '',
    bytes: statSync(path).size,
    recordingCount: countRecordings(path, place),
  };
}

function removePartial(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(PARTIAL)) rmSync(join(folder, name));
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
