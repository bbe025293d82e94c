import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';

const planOf = (db: Sqlite.Database, sql: string) =>
  db
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map(({ detail }) => detail)
    .join('\n');

function migrated(): Sqlite.Database {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, 1);
  db.exec(`
    INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO speaker VALUES ('s', '{}', '{}', '{}', '{}', 0, NULL, 0);
    INSERT INTO transcript (number, id, recording_id, language, kind) VALUES (1, 't', 'r', 'kk', 'original');
    INSERT INTO turn VALUES (1 << 24, 1, 'a', 'a0', 's', 0, 5, 'draft', '[]');
  `);
  return db;
}

const insertTurn = (values: string) => `INSERT INTO turn VALUES (${values})`;

test('keeps turns whose values are sound, and refuses the others', () => {
  const db = migrated();
  expect(() =>
    db.exec(insertTurn(`(1 << 24) + 1, 1, 'b', 'a1', NULL, NULL, 9, 'checked', '[]'`)),
  ).not.toThrow();
  for (const values of [
    `(1 << 24) + 2, 1, 'c', 'a2', NULL, 9, 5, 'draft', '[]'`,
    `(1 << 24) + 2, 1, 'c', 'a2', NULL, -1, 5, 'draft', '[]'`,
    `(1 << 24) + 2, 1, 'c', 'a2', NULL, NULL, NULL, 'done', '[]'`,
    `(1 << 24) + 2, 1, 'c', 'a2', NULL, NULL, NULL, 'draft', 'not json'`,
    `(1 << 24) + 2, 1, 'c', 'a2', 'nobody', NULL, NULL, 'draft', '[]'`,
    `(2 << 24) + 2, 1, 'c', 'a2', NULL, NULL, NULL, 'draft', '[]'`,
    `(1 << 24) + 2, 1, 'a', 'a2', NULL, NULL, NULL, 'draft', '[]'`,
  ])
    expect(() => db.exec(insertTurn(values)), values).toThrow(/constraint/i);
});

test('takes everything of a recording away with it', () => {
  const db = migrated();
  db.exec(`INSERT INTO edit VALUES (1, 1, 'b', 't', 'edit', '[]', '[]', '[]', 'h')`);
  db.exec(`DELETE FROM recording`);
  for (const table of ['transcript', 'turn', 'edit'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
});

test('finds the last moment of a transcript and the turns of a speaker by an index', () => {
  const db = migrated();
  expect(planOf(db, 'SELECT max(coalesce(end_ms, start_ms)) FROM turn WHERE transcript = 1')).toContain(
    'turn_reach',
  );
  expect(planOf(db, `SELECT DISTINCT transcript FROM turn WHERE speaker_id = 's'`)).toContain(
    'COVERING INDEX turn_of_speaker',
  );
});
