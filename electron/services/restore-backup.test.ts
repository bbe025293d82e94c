import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate, SCHEMA_VERSION } from '../database/migrate.ts';
import { APPLICATION_ID } from '../database/open-database.ts';
import type { App } from './app.ts';
import { listBackups } from './back-up.ts';
import { backupFolder } from './backup-names.ts';
import { listLibrary } from './list-library.ts';
import { openApp } from './open-app.ts';
import { restoreBackup, restoreNewestBackup } from './restore-backup.ts';
import {
  addTestRecording,
  openTestApp,
  putTurns,
  temporaryFolder,
  testOptions,
  turnOf,
} from './testing/open-test-app.ts';

const titles = async (app: App) => (await listLibrary(app, { bin: false })).map(({ title }) => title);
const besideLibrary = (app: App) => readdirSync(dirname(app.libraryPath)).sort();

/** A library with one recording in a backup, and another that came later. */
async function withBackup() {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const old = addTestRecording(app, { title: 'ескі' });
  const { name } = await app.backups.make();
  addTestRecording(app, { title: 'жаңа' });
  return { folder, app, old, name, path: join(backupFolder(app.libraryPath), name) };
}

describe('a restore', () => {
  test('brings back what the backup holds, and the library goes on working', async () => {
    const { folder, app, old, name } = await withBackup();
    restoreBackup(app, name);
    expect(await titles(app)).toEqual(['ескі']);
    putTurns(app, old.transcriptId, 0, [turnOf('сөз', 'a0')]);
    await app.close();
    const [summary] = await listLibrary(openTestApp(folder), { bin: false });
    expect(summary).toMatchObject({ title: 'ескі', turnCount: 1 });
  });

  test('keeps what it replaces as a backup of its own, by which it is undone', async () => {
    const { app, name } = await withBackup();
    restoreBackup(app, name);
    const [aside] = listBackups(app);
    expect(aside).toMatchObject({ name: expect.stringContaining('before-restore'), recordingCount: 2 });
    restoreBackup(app, aside?.name ?? '');
    expect(await titles(app)).toEqual(['жаңа', 'ескі']);
  });

  test('leaves nothing else beside the library', async () => {
    const { app, name } = await withBackup();
    const before = besideLibrary(app);
    restoreBackup(app, name);
    expect(besideLibrary(app)).toEqual(before);
  });

  test('keeps the lock on the library', async () => {
    const { folder, app, name } = await withBackup();
    restoreBackup(app, name);
    expect(() => openTestApp(folder)).toThrow('library-locked');
  });

  test.each<[string, (path: string) => void]>([
    ['has lost its end', (path) => truncateSync(path, readFileSync(path).length / 2)],
    [
      'has a page overwritten',
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0xa5, 4096 * 3, 4096 * 4);
        writeFileSync(path, bytes);
      },
    ],
    ['is no library at all', (path) => writeFileSync(path, 'сынған '.repeat(9999))],
    ['is empty', (path) => writeFileSync(path, '')],
  ])('refuses a backup that %s, and leaves the library as it was', async (_, damage) => {
    const { app, name, path } = await withBackup();
    const before = besideLibrary(app);
    damage(path);
    expect(() => restoreBackup(app, name)).toThrow('backup-damaged');
    expect(await titles(app)).toEqual(['жаңа', 'ескі']);
    expect(besideLibrary(app)).toEqual(before);
  });

  test('refuses a backup of a newer version', async () => {
    const { app, name, path } = await withBackup();
    const sqlite = new Sqlite(path);
    sqlite.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    sqlite.close();
    expect(() => restoreBackup(app, name)).toThrow('library-newer');
    expect(await titles(app)).toEqual(['жаңа', 'ескі']);
  });

  test('brings a backup of an older version up to date', async () => {
    const { app, path, name } = await withBackup();
    writeFileSync(path, '');
    const sqlite = new Sqlite(path);
    sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(sqlite, 1);
    sqlite.close();
    restoreBackup(app, name);
    expect(await titles(app)).toEqual([]);
    expect(app.library.get('PRAGMA user_version')).toEqual({ user_version: SCHEMA_VERSION });
  });

  test.each(['none', '../library.minber-library', '/etc/passwd', ''])(
    'refuses %j, which is no backup',
    async (name) => {
      const { app } = await withBackup();
      expect(() => restoreBackup(app, name)).toThrow('not-found');
    },
  );
});

describe('a library that cannot be opened', () => {
  async function damaged() {
    const { folder, app, path } = await withBackup();
    await app.close();
    const options = testOptions(folder);
    const bytes = readFileSync(options.libraryPath);
    bytes.fill(0xa5, 4096, bytes.length);
    writeFileSync(options.libraryPath, bytes);
    expect(() => openApp(options)).toThrow('library-damaged');
    return { folder, options, path, bytes };
  }

  test('is replaced by the newest sound backup, and kept', async () => {
    const { folder, options, path, bytes } = await damaged();
    const newer = join(dirname(path), '2027-01-01T00-00-00-000Z.minber-library');
    copyFileSync(options.libraryPath, newer);
    await restoreNewestBackup(options);
    expect(await titles(openTestApp(folder))).toEqual(['ескі']);
    const kept = readdirSync(folder).find((name) => name.includes('.damaged-'));
    expect(readFileSync(join(folder, kept ?? '')).equals(bytes)).toBe(true);
  });

  test('stays as it is when no backup is sound', async () => {
    const { options, path, bytes } = await damaged();
    writeFileSync(path, 'сынған');
    await expect(restoreNewestBackup(options)).rejects.toThrow('backup-damaged');
    expect(readFileSync(options.libraryPath).equals(bytes)).toBe(true);
  });
});
