import { expect, test } from 'vitest';
import { type BackupReason, backupName, expiredBackups, parseBackupName } from './backup-names.ts';

const HOUR_MS = 3_600_000;
const NOON = Date.UTC(2026, 5, 17, 12);

const backup = (hoursAgo: number, reason: BackupReason = 'routine') => {
  const takenAt = new Date(NOON - hoursAgo * HOUR_MS);
  return { name: backupName(takenAt, reason), takenAt, reason };
};

test.each(['routine', 'before-restore', 'before-update'] as const)(
  'a %s name tells its time and reason',
  (reason) => {
    const named = backup(5.25, reason);
    expect(parseBackupName(named.name)).toEqual(named);
    expect(named.name).not.toMatch(/[:\s]/);
  },
);

test.each(['library.minber-library', '.partial-1', '2026-13-45T99-99-99-999Z.minber-library', '../a'])(
  '%s is no backup',
  (name) => {
    expect(parseBackupName(name)).toBeNull();
  },
);

test('a year of daily backups comes down to ten days and eight weeks', () => {
  const daily = Array.from({ length: 365 }, (_, day) => backup(day * 24));
  const expired = new Set(expiredBackups(daily));
  const keptDays = daily.flatMap((one, day) => (expired.has(one) ? [] : [day]));
  // 17 June 2026 is a Wednesday: the last days of the weeks before are Sundays.
  expect(keptDays).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 24, 31, 38, 45]);
});

test('backups made by hand on one day do not drive out those of other days', () => {
  const today = Array.from({ length: 20 }, (_, n) => backup(n * 0.01));
  const before = [backup(24), backup(48)];
  const expired = expiredBackups([...before, ...today]);
  expect(expired).toEqual(today.slice(3));
});

test('of the copies before a restore and before an update the newest three stay, whatever else there is', () => {
  const others = (['before-restore', 'before-update'] as const).flatMap((reason) =>
    Array.from({ length: 5 }, (_, n) => backup(1000 + n, reason)),
  );
  const expired = expiredBackups([backup(0), ...others]);
  expect(expired.map(({ takenAt, reason }) => [(NOON - takenAt.getTime()) / HOUR_MS, reason])).toEqual([
    [1003, 'before-restore'],
    [1003, 'before-update'],
    [1004, 'before-restore'],
    [1004, 'before-update'],
  ]);
});
