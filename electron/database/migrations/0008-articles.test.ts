import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { articles } from './0008-articles.ts';

test('an article outlives its recording, and what joined them goes with either', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, articles.version);
  db.exec(`
    INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO article (id, title, language, text, marks, quotation_count, created_at, changed_at)
      VALUES ('a', 'Форум', 'kk', '', '[]', 0, 't', 't');
    INSERT INTO article_recording VALUES ('a', 'r');
  `);
  expect(() => db.exec(`INSERT INTO article_recording VALUES ('a', 'r')`)).toThrow(/UNIQUE/);
  expect(() => db.exec(`UPDATE article SET marks = '['`)).toThrow(/CHECK/);
  db.exec(`DELETE FROM recording WHERE id = 'r'`);
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect([count('article'), count('article_recording')]).toEqual([1, 0]);
});
