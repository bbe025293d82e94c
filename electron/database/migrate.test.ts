import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

const folder = join(import.meta.dirname, 'migrations');

describe('migrations', () => {
  test('count from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  test('stand in one file each, each with its test', () => {
    const files = readdirSync(folder);
    const numbered = files.filter((name) => /^\d{4}-.*(?<!\.test)\.ts$/.test(name));
    expect(numbered.map((name) => Number(name.slice(0, 4)))).toEqual(
      MIGRATIONS.map(({ version }) => version),
    );
    for (const name of numbered) expect(files).toContain(name.replace(/\.ts$/, '.test.ts'));
  });

  test('leave a sound file in which every table is strict', () => {
    const db = new Sqlite(':memory:');
    migrate(db);
    expect(schemaVersion(db)).toBe(SCHEMA_VERSION);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  test('run once', () => {
    const db = new Sqlite(':memory:');
    migrate(db);
    expect(() => migrate(db)).not.toThrow();
  });

  test('leave nothing behind when they fail', () => {
    const db = new Sqlite(':memory:');
    migrate(db, 1);
    db.exec('CREATE TABLE turn_words (taken INTEGER) STRICT');
    expect(() => migrate(db)).toThrow();
    expect(schemaVersion(db)).toBe(1);
  });
});
