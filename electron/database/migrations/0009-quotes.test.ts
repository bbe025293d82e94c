import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { quotes } from './0009-quotes.ts';

test('a card stands on an annotation, has times in their order, and goes with its recording', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, quotes.version - 1);
  db.exec(`
    INSERT INTO recording (id, title, date, place, languages, created_at, updated_at, deleted_at)
      VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO transcript (number, id, recording_id, language, kind) VALUES (1, 't', 'r', 'kk', 'original');
    INSERT INTO annotation (id, transcript, kind_id, body, author, created_at, changed_at, words, replies)
      SELECT 'a', 1, id, '', '', '', '', '', '[]' FROM annotation_kind LIMIT 1;
  `);
  migrate(db, quotes.version);
  const insert = (id: string, annotation: string, startMs: number, endMs: number) =>
    db
      .prepare(
        `INSERT INTO quote (id, transcript, annotation_id, text, turn_ids, start_ms, end_ms, times_by_hand, sequence,
           head_hash, taken_at, taken_by) VALUES (?, 1, ?, 'Сөз', '[]', ?, ?, 0, 1, '', '', '')`,
      )
      .run(id, annotation, startMs, endMs);
  expect(() => insert('q', 'nobody', 0, 1)).toThrow(/FOREIGN KEY/);
  expect(() => insert('q', 'a', 5, 5)).toThrow(/CHECK/);
  insert('q', 'a', 5, 6);
  expect(() => insert('q2', 'a', 5, 6)).toThrow(/UNIQUE/);
  db.exec('DELETE FROM recording');
  expect(db.prepare('SELECT count(*) FROM quote').pluck().get()).toBe(0);
});
