import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { App } from './app.ts';
import { listBackups } from './back-up.ts';
import { backupFolder } from './backup-names.ts';
import {
  addTestRecording,
  openTestApp,
  putTurns,
  steppingClock,
  temporaryFolder,
  turnOf,
} from './testing/open-test-app.ts';

const DAY_MS = 86_400_000;
const filesOf = (app: App) => readdirSync(backupFolder(app.libraryPath));

test('a backup is one file beside the library, listed with what it holds', async () => {
  const app = openTestApp();
  addTestRecording(app);
  addTestRecording(app, { deletedAt: '2026-01-01T00:00:00.000Z' });
  const made = await app.backups.make();
  expect(made).toMatchObject({ recordingCount: 1, takenAt: expect.stringMatching(/^2026-01-01T/) });
  expect(filesOf(app)).toEqual([made.name]);
  expect(statSync(join(backupFolder(app.libraryPath), made.name)).size).toBe(made.bytes);
  expect(listBackups(app)).toEqual([made]);
  expect(filesOf(app)).toEqual([made.name]);
});

test('a backup holds what is saved while it is made, or what was before', async () => {
  const app = openTestApp();
  const { transcriptId } = addTestRecording(app);
  putTurns(
    app,
    transcriptId,
    0,
    Array.from({ length: 300 }, (_, n) => turnOf('сөз '.repeat(500), `a${n}`)),
  );
  const making = app.backups.make();
  putTurns(app, transcriptId, 1, [turnOf('кейінгі', 'b')]);
  expect((await making).recordingCount).toBe(1);
});

test('the newest is listed first, and what is not a backup is passed over', async () => {
  const app = openTestApp();
  const [first, second] = [await app.backups.make(), await app.backups.make()];
  writeFileSync(join(backupFolder(app.libraryPath), '2026-01-05T00-00-00-000Z.minber-library'), 'сынған');
  writeFileSync(join(backupFolder(app.libraryPath), 'notes.txt'), '');
  expect(listBackups(app).map(({ name }) => name)).toEqual([second.name, first.name]);
});

test('backups made at the same moment have names of their own', async () => {
  const app = openTestApp(temporaryFolder(), { clock: () => new Date(0) });
  const made = await Promise.all([app.backups.make(), app.backups.make(), app.backups.make()]);
  expect(new Set(made.map(({ name }) => name)).size).toBe(3);
  expect(filesOf(app)).toHaveLength(3);
});

test('one is due when the last is older than a day and there is anything to keep', async () => {
  const clock = steppingClock();
  const app = openTestApp(temporaryFolder(), { clock });
  await app.backups.makeIfDue();
  expect(listBackups(app)).toEqual([]);
  addTestRecording(app);
  await app.backups.makeIfDue();
  await app.backups.makeIfDue();
  expect(listBackups(app)).toHaveLength(1);
  clock.forward(DAY_MS);
  await app.backups.makeIfDue();
  expect(listBackups(app)).toHaveLength(2);
});

test('old ones go when a new one is made', async () => {
  const clock = steppingClock();
  const app = openTestApp(temporaryFolder(), { clock });
  addTestRecording(app);
  for (let day = 0; day < 14; day++) {
    await app.backups.make();
    clock.forward(DAY_MS);
  }
  const kept = filesOf(app).length;
  expect(kept).toBeGreaterThanOrEqual(10);
  expect(kept).toBeLessThan(14);
});

test('a damaged library is not backed up over sound backups', async () => {
  const clock = steppingClock();
  const app = openTestApp(temporaryFolder(), { clock });
  const { transcriptId } = addTestRecording(app);
  putTurns(app, transcriptId, 0, [turnOf('сөз', 'a0')]);
  for (let day = 0; day < 12; day++) {
    await app.backups.make();
    clock.forward(DAY_MS);
  }
  const before = filesOf(app);
  app.library.write((db) => {
    db.run('PRAGMA ignore_check_constraints = ON');
    db.run('UPDATE turn SET end_ms = -5');
  });
  await expect(app.backups.make()).rejects.toThrow('library-damaged');
  expect(filesOf(app)).toEqual(before);
});

test('closing gives up a backup that is being made and leaves no part of it', async () => {
  const app = openTestApp();
  const { transcriptId } = addTestRecording(app);
  putTurns(
    app,
    transcriptId,
    0,
    Array.from({ length: 3000 }, (_, n) => turnOf('сөз '.repeat(600), `a${n}`)),
  );
  const making = app.backups.make().then(
    () => 'made',
    (error: Error) => error.name,
  );
  await new Promise((resolve) => setImmediate(resolve));
  await app.close();
  expect(await making).toBe('AbortError');
  expect(filesOf(app)).toEqual([]);
});

test('a part that a crash has left goes with the next backup', async () => {
  const app = openTestApp();
  await app.backups.make();
  writeFileSync(join(backupFolder(app.libraryPath), '.partial-old'), 'жарты');
  await app.backups.make();
  expect(filesOf(app).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a backup is complete in itself', async () => {
  const app = openTestApp();
  addTestRecording(app);
  const { name } = await app.backups.make();
  const header = readFileSync(join(backupFolder(app.libraryPath), name)).subarray(18, 20);
  // 1 is a rollback journal, 2 would be a write-ahead log: https://www.sqlite.org/fileformat2.html
  expect([...header]).toEqual([1, 1]);
});
