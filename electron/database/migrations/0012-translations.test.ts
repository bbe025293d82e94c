import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';

test('keeps the turns of a library of version 11, and lets a translation be removed but no original', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, 11);
  db.exec(`
    INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO transcript (number, id, recording_id, language, kind) VALUES (1, 't', 'r', 'kk', 'original');
    INSERT INTO transcript (number, id, recording_id, language, kind) VALUES (2, 'u', 'r', 'ru', 'translation');
    INSERT INTO turn (row, transcript, id, position, status, content) VALUES (${2 ** 24}, 1, 'a', 'a0', 'draft', '[]');
  `);
  migrate(db, 12);

  expect(db.prepare('SELECT id, language, voice, translates FROM turn').raw().all()).toEqual([
    ['a', null, null, null],
  ]);
  expect(db.prepare('SELECT name, removed, progress FROM transcript').raw().all()).toEqual([
    ['', 0, null],
    ['', 0, null],
  ]);
  db.exec(`UPDATE transcript SET removed = 1 WHERE id = 'u'`);
  expect(() => db.exec(`UPDATE transcript SET removed = 1 WHERE id = 't'`)).toThrow(/constraint/i);
  expect(() => db.exec(`UPDATE turn SET voice = 'choir'`)).toThrow(/constraint/i);
  expect(() => db.exec(`UPDATE turn SET translates = 'a'`)).toThrow(/constraint/i);
});
