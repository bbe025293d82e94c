import { basename, dirname, join } from 'node:path';

/** Why a backup was made: by the day or on demand, or because something was about to replace the library. */
export type BackupReason = 'routine' | 'before-restore' | 'before-update';

export interface NamedBackup {
  readonly name: string;
  readonly takenAt: Date;
  readonly reason: BackupReason;
}

const NAME =
  /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z(?:-(before-restore|before-update))?\.minber-library$/;

/** Returns the folder of a library's backups: beside it, so that they are found when it cannot be read. */
export function backupFolder(libraryPath: string): string {
  return join(dirname(libraryPath), `${basename(libraryPath)}-backups`);
}

/** `at` with milliseconds, in a form that every file system takes. */
export function backupName(at: Date, reason: BackupReason): string {
  const time = at.toISOString().replaceAll(/[:.]/g, '-');
  return `${time}${reason === 'routine' ? '' : `-${reason}`}.minber-library`;
}

/** Returns null for a file that is not a backup of ours. */
export function parseBackupName(name: string): NamedBackup | null {
  const match = NAME.exec(name);
  if (!match) return null;
  const [, day, hours, minutes, seconds, fraction, reason] = match;
  const takenAt = new Date(`${day}T${hours}:${minutes}:${seconds}.${fraction}Z`);
  if (Number.isNaN(takenAt.getTime())) return null;
  return { name, takenAt, reason: (reason as BackupReason | undefined) ?? 'routine' };
}

const DAY_MS = 24 * 60 * 60 * 1000;
const NEWEST_KEPT = 3;
const DAYS_KEPT = 10;
const WEEKS_KEPT = 8;

/**
 * Returns the backups that may go. Of the routine ones the newest three stay, the last of each of ten days and the
 * last of each of eight weeks; of each other reason the newest three.
 */
export function expiredBackups(backups: readonly NamedBackup[]): readonly NamedBackup[] {
  const newestFirst = [...backups].sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime());
  const routine = newestFirst.filter(({ reason }) => reason === 'routine');
  const day = ({ takenAt }: NamedBackup) => Math.floor(takenAt.getTime() / DAY_MS);
  const kept = new Set([
    ...routine.slice(0, NEWEST_KEPT),
    ...firstOfEach(routine, day, DAYS_KEPT),
    // Day 0 was a Thursday; weeks begin on Monday.
    ...firstOfEach(routine, (backup) => Math.floor((day(backup) + 3) / 7), WEEKS_KEPT),
    ...newestFirst.filter(({ reason }) => reason === 'before-restore').slice(0, NEWEST_KEPT),
    ...newestFirst.filter(({ reason }) => reason === 'before-update').slice(0, NEWEST_KEPT),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => number, count: number): readonly T[] {
  const firsts = new Map<number, T>();
  for (const item of items) if (!firsts.has(keyOf(item))) firsts.set(keyOf(item), item);
  return [...firsts.values()].slice(0, count);
}
