import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { speakersApart } from './0013-speakers-apart.ts';

test('a pair of speakers is kept once, in one order, as long as both are there', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, speakersApart.version);
  for (const id of ['a', 'b'])
    db.exec(
      `INSERT INTO speaker (id, name, title, organisation, country, colour) VALUES ('${id}', '{}', '{}', '{}', '{}', 0)`,
    );
  const keep = (one: string, other: string) => () =>
    db.exec(`INSERT INTO speaker_apart VALUES ('${one}', '${other}')`);
  expect(keep('b', 'a')).toThrow('CHECK');
  expect(keep('a', 'c')).toThrow('FOREIGN KEY');
  expect(keep('a', 'b')).not.toThrow();
  expect(keep('a', 'b')).toThrow('UNIQUE');
  db.exec(`DELETE FROM speaker WHERE id = 'a'`);
  expect(db.prepare('SELECT count(*) FROM speaker_apart').pluck().get()).toBe(0);
});
