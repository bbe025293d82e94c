import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { revisions } from './0003-revisions.ts';

test('keeps the log, whose entries each stand for themselves, and goes away with its transcript', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, revisions.version - 1);
  db.exec(`
    INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO transcript (number, id, recording_id, language, kind) VALUES (1, 't', 'r', 'kk', 'original');
    INSERT INTO edit VALUES (1, 1, 'b', 't', 'edit', '[]', '[]', '[]', 'h');
  `);
  migrate(db, revisions.version);
  expect(db.prepare('SELECT sequence, hash, first FROM edit').get()).toEqual({
    sequence: 1,
    hash: 'h',
    first: null,
  });
  db.exec(`
    INSERT INTO revision VALUES ('v', 1, 1, 'named', 'Бірінші', 't', '');
    INSERT INTO chain_note VALUES (1, 1, 1, 't', 'revision', '{}', 'h');
    DELETE FROM recording;
  `);
  for (const table of ['revision', 'chain_note'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
});
