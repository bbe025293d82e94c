import type { Migration } from './migration.ts';

const FOLDED = (row: string) => `
  replace(replace(${row}.body || ' ' || coalesce((
    SELECT group_concat(json_extract(value, '$.body'), ' ') FROM json_each(${row}.replies)
  ), ''), 'ё', 'е'), 'Ё', 'Е')`;

/** What annotations and their replies say, by `annotation.number`, indexed as the turns are. */
export const annotationWords: Migration = {
  version: 7,
  name: 'annotation words',
  up(db) {
    db.exec(`
      CREATE VIRTUAL TABLE annotation_words USING fts5 (
        text,
        content = '',
        contentless_delete = 1,
        tokenize = 'unicode61 remove_diacritics 0',
        prefix = '2 3 4'
      );
      INSERT INTO annotation_words (rowid, text) SELECT number, ${FOLDED('annotation')} FROM annotation;
      CREATE TRIGGER annotation_written AFTER INSERT ON annotation BEGIN
        INSERT OR REPLACE INTO annotation_words (rowid, text) VALUES (new.number, ${FOLDED('new')});
      END;
      CREATE TRIGGER annotation_changed AFTER UPDATE OF body, replies ON annotation BEGIN
        INSERT OR REPLACE INTO annotation_words (rowid, text) VALUES (new.number, ${FOLDED('new')});
      END;
      CREATE TRIGGER annotation_gone AFTER DELETE ON annotation BEGIN
        DELETE FROM annotation_words WHERE rowid = old.number;
      END;
    `);
  },
};
