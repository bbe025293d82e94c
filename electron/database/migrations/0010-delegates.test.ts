import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { delegates } from './0010-delegates.ts';

test('speakers keep all that they had, and nothing more is said of them', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, delegates.version - 1);
  db.exec(`
    INSERT INTO speaker VALUES ('a', '{"kk":"Дана"}', '{"ru":"посол"}', '{"en":"UN"}', '{"kk":"Чили"}', 7, NULL, 0);
    INSERT INTO speaker VALUES ('b', '{}', '{}', '{}', '{}', 0, 'a', 1);
  `);
  const before = db.prepare('SELECT * FROM speaker').all();
  migrate(db, delegates.version);
  const added = { details: '{}', portrait: null };
  expect(db.prepare('SELECT * FROM speaker').all()).toEqual(
    before.map((row) => Object.assign({}, row, added)),
  );
});

test('a speaker has a portrait that the library holds, and details that can be read', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, delegates.version);
  db.exec(`INSERT INTO speaker VALUES ('a', '{}', '{}', '{}', '{}', 0, NULL, 0, '{}', NULL)`);
  const set = (sql: string) => () => db.exec(`UPDATE speaker SET ${sql}`);
  expect(set(`portrait = '${'0'.repeat(64)}'`)).toThrow('FOREIGN KEY');
  expect(set(`details = 'not json'`)).toThrow('CHECK');
  db.exec(`INSERT INTO portrait VALUES ('${'0'.repeat(64)}', 'image/png', x'89')`);
  expect(set(`portrait = '${'0'.repeat(64)}'`)).not.toThrow();
});
