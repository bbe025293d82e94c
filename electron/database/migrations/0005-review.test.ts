import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';

test('keeps the turns of a library of version 4, counts their flags, and takes what is known of the review away with them', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, 4);
  db.exec(`
    INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO transcript (number, id, recording_id, language, kind) VALUES (1, 't', 'r', 'kk', 'original');
  `);
  const insert = db.prepare(
    `INSERT INTO turn (row, transcript, id, position, status, content) VALUES (?, 1, ?, ?, ?, '[]')`,
  );
  for (const [index, status] of ['flagged', 'checked', 'flagged'].entries())
    insert.run(2 ** 24 + index, `turn ${index}`, `a${index}`, status);
  migrate(db, 5);

  expect(db.prepare('SELECT flagged_count FROM transcript').pluck().get()).toBe(2);
  expect(db.prepare('SELECT status, checked_by, edited_by FROM turn ORDER BY row').raw().all()).toEqual([
    ['flagged', null, null],
    ['checked', null, null],
    ['flagged', null, null],
  ]);

  db.exec(`INSERT INTO ignored_finding VALUES (1, 'turn 0', 'overlap', 'both speak', '', 'now')`);
  db.exec(`INSERT INTO heard_boundary VALUES (1, 'turn 0', 'start', 40, '', 'now')`);
  expect(() => db.exec(`INSERT INTO heard_boundary VALUES (1, 'turn 0', 'middle', 40, '', 'now')`)).toThrow(
    /constraint/i,
  );
  db.exec('DELETE FROM recording');
  for (const table of ['ignored_finding', 'heard_boundary'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
});
