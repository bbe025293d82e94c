import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { GIVEN_KINDS } from '../../../shared/model/annotation.ts';
import { migrate } from '../migrate.ts';

function migrated(): Sqlite.Database {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, 3);
  db.exec(`
    INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO transcript (number, id, recording_id, language, kind) VALUES (1, 't', 'r', 'kk', 'original');
    INSERT INTO turn VALUES (1 << 24, 1, 'a', 'a0', NULL, 0, 5, 'draft', '[]');
  `);
  migrate(db, 4);
  return db;
}

const put = (db: Sqlite.Database, times: string) =>
  db.exec(
    `INSERT INTO annotation (id, transcript, kind_id, body, author, created_at, changed_at, start_ms, end_ms, words, replies)
     VALUES ('n', 1, '${GIVEN_KINDS.quote}', '', 'A', 't', 't', ${times}, '', '[]')`,
  );

test('gives an older library the vocabulary, one kind of it off the record', () => {
  const db = migrated();
  expect(db.prepare('SELECT id FROM annotation_kind ORDER BY position').pluck().all()).toEqual(
    Object.values(GIVEN_KINDS),
  );
  expect(db.prepare('SELECT id FROM annotation_kind WHERE withheld').pluck().all()).toEqual([
    GIVEN_KINDS.offTheRecord,
  ]);
});

test('refuses a span of time that is none', () => {
  const db = migrated();
  for (const times of ['5, 5', '9, 5', '-1, 5', '5, NULL', 'NULL, 5'])
    expect(() => put(db, times), times).toThrow(/constraint/i);
  expect(() => put(db, '5, 6')).not.toThrow();
});

test('keeps annotations as long as their recording, and anchors as long as their turn', () => {
  const db = migrated();
  put(db, 'NULL, NULL');
  db.exec(`INSERT INTO anchor VALUES ('n', 1 << 24)`);
  db.exec('DELETE FROM turn');
  expect(db.prepare('SELECT count(*) FROM anchor').pluck().get()).toBe(0);
  expect(db.prepare('SELECT count(*) FROM annotation').pluck().get()).toBe(1);
  db.exec('DELETE FROM recording');
  expect(db.prepare('SELECT count(*) FROM annotation').pluck().get()).toBe(0);
});
