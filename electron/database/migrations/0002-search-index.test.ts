import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';

const content = (text: string) =>
  JSON.stringify([
    { type: 'text', text },
    { type: 'tag', tag: 'applause' },
    { type: 'text', text: ' соңы' },
  ]);

test('indexes the turns that a library of version 1 has', () => {
  const db = new Sqlite(':memory:');
  migrate(db, 1);
  db.exec(`
    INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO transcript (number, id, recording_id, language, kind) VALUES (1, 't', 'r', 'kk', 'original');
  `);
  const insert = db.prepare(
    `INSERT INTO turn (row, transcript, id, position, status, content) VALUES (?, 1, ?, ?, 'draft', ?)`,
  );
  const row = 2 ** 24;
  insert.run(row, 'a', 'a0', content('Ещё бір сөз'));
  insert.run(row + 1, 'b', 'a1', content('Өзен \u0438\u0306од'));
  migrate(db, 2);

  const find = (match: string) =>
    db.prepare('SELECT rowid FROM turn_words WHERE turn_words MATCH ? ORDER BY rowid').pluck().all(match);
  expect(find('еще')).toEqual([row]);
  expect(find('"өзе"*')).toEqual([row + 1]);
  expect(find('йод')).toEqual([row + 1]);
  expect(find('соңы')).toEqual([row, row + 1]);
});
