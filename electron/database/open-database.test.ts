import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { MinberError } from '../../shared/ipc/errors.ts';
import type { LibraryDatabase } from './library-database.ts';
import { migrate, SCHEMA_VERSION } from './migrate.ts';
import { APPLICATION_ID, openDatabase } from './open-database.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'minber-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function open(path: string): LibraryDatabase {
  const library = openDatabase(path, { migrationCopyPath: (version) => `${path}.before-${version}` });
  onTestFinished(() => library.close());
  return library;
}

function refusalOf(path: string): string {
  try {
    open(path);
  } catch (error) {
    return (error as MinberError).code;
  }
  return 'opened';
}

/** Makes a library that nobody has open, with `count` recordings. */
function makeLibrary(path: string, count = 1): void {
  const library = openDatabase(path, { migrationCopyPath: () => '' });
  library.write((db) => {
    for (let index = 0; index < count; index++)
      db.run(
        `INSERT INTO recording VALUES (?, ?, NULL, '', '[]', '', '', NULL)`,
        `r${index}`,
        'Форум '.repeat(50),
      );
  });
  library.close();
}

const pragma = (library: LibraryDatabase, name: string) =>
  Object.values(library.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0];

const MODULE = join(import.meta.dirname, 'open-database.ts');
const openInChild = (path: string, then: string) => [
  '--no-warnings',
  '--input-type=module',
  '-e',
  `import { openDatabase } from ${JSON.stringify(MODULE)};
   try {
     const library = openDatabase(${JSON.stringify(path)}, { migrationCopyPath: () => '' });
     ${then}
   } catch (error) { console.log(error.code); }`,
];

test('makes a library that is safe against power cuts and keeps it for itself', () => {
  const library = open(join(temporaryFolder(), 'new folder', 'library.minber-library'));
  expect(pragma(library, 'application_id')).toBe(APPLICATION_ID);
  expect(pragma(library, 'user_version')).toBe(SCHEMA_VERSION);
  expect(pragma(library, 'journal_mode')).toBe('wal');
  expect(pragma(library, 'synchronous')).toBe(2);
  expect(pragma(library, 'foreign_keys')).toBe(1);
  expect(pragma(library, 'locking_mode')).toBe('exclusive');
});

test('keeps what was written when it is opened again', () => {
  const path = join(temporaryFolder(), 'library');
  makeLibrary(path, 3);
  expect(open(path).get('SELECT count(*) AS n FROM recording')).toEqual({ n: 3 });
});

test('undoes all of a write that fails half-way', () => {
  const library = open(join(temporaryFolder(), 'library'));
  expect(() =>
    library.write((db) => {
      db.run(`INSERT INTO recording VALUES ('r', '', NULL, '', '[]', '', '', NULL)`);
      throw new Error('half-way');
    }),
  ).toThrow('half-way');
  expect(library.get('SELECT count(*) AS n FROM recording')).toEqual({ n: 0 });
});

test('refuses a library of a newer version and leaves it as it was', () => {
  const path = join(temporaryFolder(), 'library');
  makeLibrary(path);
  const sqlite = new Sqlite(path);
  sqlite.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
  sqlite.close();
  const before = readFileSync(path);
  expect(refusalOf(path)).toBe('library-newer');
  expect(readFileSync(path).equals(before)).toBe(true);
});

test.each([
  ['a short text', 'Сәлем'],
  ['a long text', 'Сәлем '.repeat(10_000)],
])('refuses %s and leaves it as it was', (_, text) => {
  const path = join(temporaryFolder(), 'notes.txt');
  writeFileSync(path, text);
  expect(refusalOf(path)).toBe('library-not-ours');
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('refuses the database of another program and leaves it as it was', () => {
  const path = join(temporaryFolder(), 'photos.db');
  const sqlite = new Sqlite(path);
  sqlite.exec('CREATE TABLE photo (name TEXT)');
  sqlite.close();
  const before = readFileSync(path);
  expect(refusalOf(path)).toBe('library-not-ours');
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('refuses a folder', () => {
  expect(refusalOf(temporaryFolder())).toBe('library-not-ours');
});

test('refuses a library that has lost its end', () => {
  const path = join(temporaryFolder(), 'library');
  makeLibrary(path, 200);
  truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096);
  expect(refusalOf(path)).toBe('library-damaged');
});

test('refuses a library with a page overwritten', () => {
  const path = join(temporaryFolder(), 'library');
  makeLibrary(path, 200);
  const bytes = readFileSync(path);
  bytes.fill(0xa5, bytes.length - 4096 * 10, bytes.length - 4096 * 9);
  writeFileSync(path, bytes);
  expect(refusalOf(path)).toBe('library-damaged');
});

test('refuses a library that this process has open', () => {
  const path = join(temporaryFolder(), 'library');
  open(path);
  expect(refusalOf(path)).toBe('library-locked');
});

test('refuses a library that another process has open, until that process is killed', async () => {
  const path = join(temporaryFolder(), 'library');
  makeLibrary(path);
  const holder = spawn(
    process.execPath,
    openInChild(path, `console.log('held'); setInterval(() => library, 1000);`),
  );
  onTestFinished(() => void holder.kill('SIGKILL'));
  const [answer] = await once(holder.stdout, 'data');
  expect(String(answer).trim()).toBe('held');
  expect(refusalOf(path)).toBe('library-locked');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(refusalOf(path)).toBe('opened');
});

test('keeps another process out after it has made a copy of itself', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'library');
  const library = open(path);
  await library.backUpTo(join(folder, 'copy'), new AbortController().signal);
  library.copyTo(join(folder, 'second copy'));
  const { stdout } = spawnSync(process.execPath, openInChild(path, `console.log('opened');`), {
    encoding: 'utf8',
  });
  expect(stdout.trim()).toBe('library-locked');
});

test('says that it cannot write where it may not', () => {
  expect(refusalOf('/proc/minber/library')).toBe('library-read-only');
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(refusalOf(join(folder, 'file', 'library'))).toBe('library-read-only');
});

test.each([
  ['its folder', 0o555, 0o666],
  ['the file', 0o777, 0o444],
  ['both', 0o555, 0o444],
])('says that it cannot write when %s is read-only', (_, folderMode, fileMode) => {
  const folder = temporaryFolder();
  const path = join(folder, 'library');
  makeLibrary(path);
  chmodSync(path, fileMode);
  chmodSync(folder, folderMode);
  const elsewhere = join(temporaryFolder(), 'library');
  // Root may write anywhere, so the child becomes nobody once it has loaded what it needs.
  const becomeNobody = `library.close();
    if (process.getuid() === 0) process.setuid(65534);
    openDatabase(${JSON.stringify(path)}, { migrationCopyPath: () => '' });`;
  const { stdout } = spawnSync(process.execPath, openInChild(elsewhere, becomeNobody), { encoding: 'utf8' });
  chmodSync(folder, 0o777);
  expect(stdout.trim()).toBe('library-read-only');
});

test('copies a library of an older version before it brings it up to date', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'library');
  const old = new Sqlite(path);
  old.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(old, 1);
  old.exec(`INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '[]', '', '', NULL)`);
  old.close();

  const library = open(path);
  expect(pragma(library, 'user_version')).toBe(SCHEMA_VERSION);
  const copy = new Sqlite(`${path}.before-1`, { readonly: true });
  onTestFinished(() => void copy.close());
  expect(copy.pragma('user_version', { simple: true })).toBe(1);
  expect(copy.prepare('SELECT title FROM recording').pluck().all()).toEqual(['Форум']);
});

test('does not migrate when the copy cannot be made', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'library');
  const old = new Sqlite(path);
  old.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(old, 1);
  old.close();
  mkdirSync(`${path}.before-1`);
  expect(refusalOf(path)).not.toBe('opened');
  const sqlite = new Sqlite(path, { readonly: true });
  onTestFinished(() => void sqlite.close());
  expect(sqlite.pragma('user_version', { simple: true })).toBe(1);
});
