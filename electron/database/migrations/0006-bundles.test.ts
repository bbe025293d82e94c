import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { bundles } from './0006-bundles.ts';

test('a transcript that goes takes what it shared and its take with it', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, bundles.version);
  db.exec(`
    INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO transcript (number, id, recording_id, language, kind) VALUES (1, 't', 'r', 'kk', 'original');
    INSERT INTO shared_point VALUES (1, 'b', 0, '{}');
    INSERT INTO take VALUES (1, 'k', 'Әйгерім', 0, 1000);
  `);
  expect(() => db.exec(`INSERT INTO shared_point VALUES (1, 'b', 1, '{}')`)).toThrow(/UNIQUE/);
  expect(() => db.exec('UPDATE take SET end_ms = 0')).toThrow(/CHECK/);
  db.exec(`DELETE FROM recording WHERE id = 'r'`);
  const counts = ['shared_point', 'take'].map((table) =>
    db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
  expect(counts).toEqual([0, 0]);
});
