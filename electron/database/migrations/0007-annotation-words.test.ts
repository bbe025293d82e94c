import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { annotationWords } from './0007-annotation-words.ts';

test('what annotations say is found from now on, and no longer when they are gone', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, annotationWords.version - 1);
  const insert = (number: number, body: string, replies = '[]') =>
    db
      .prepare(
        `INSERT INTO annotation (number, id, transcript, kind_id, body, author, created_at, changed_at, words, replies)
         SELECT ?, ?, 1, id, ?, '', '', '', '', ? FROM annotation_kind LIMIT 1`,
      )
      .run(number, `a${number}`, body, replies);
  db.exec(`
    INSERT INTO recording VALUES ('r', 'Форум', NULL, '', '["kk"]', 't', 't', NULL);
    INSERT INTO transcript (number, id, recording_id, language, kind) VALUES (1, 't', 'r', 'kk', 'original');
  `);
  insert(1, 'Её имя');
  migrate(db, annotationWords.version);
  insert(2, 'Санды тексеру', '[{"body":"Дұрыс екен"}]');
  const found = (word: string) =>
    db.prepare('SELECT rowid FROM annotation_words WHERE annotation_words MATCH ?').pluck().all(word);
  expect(found('ее')).toEqual([1]);
  expect(found('дұрыс')).toEqual([2]);
  db.exec(`UPDATE annotation SET body = 'Есім' WHERE number = 2`);
  expect([found('санды'), found('есім')]).toEqual([[], [2]]);
  db.exec('DELETE FROM recording');
  expect(found('есім')).toEqual([]);
});
