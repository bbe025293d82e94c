import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { merges } from './0011-merges.ts';

test('what merges did is kept as long as their transcript', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, merges.version);
  db.exec(`
    INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO transcript (number, id, recording_id, language, kind) VALUES (1, 't', 'r', 'kk', 'original');
    INSERT INTO merge VALUES (1, 2, 'b', '{}', NULL);
  `);
  expect(() => db.exec(`INSERT INTO merge VALUES (1, 2, 'c', '{}', NULL)`)).toThrow(/UNIQUE/);
  expect(() => db.exec(`INSERT INTO merge VALUES (1, 3, 'c', '{', NULL)`)).toThrow(/CHECK/);
  db.exec('DELETE FROM recording');
  expect(db.prepare('SELECT count(*) FROM merge').pluck().get()).toBe(0);
});
