import type { Migration } from './migration.ts';

/**
 * Press articles. The marks travel with the text that they stand on, so both are written together. `rowid` tells the
 * order in which recordings were chosen.
 */
export const articles: Migration = {
  version: 8,
  name: 'articles',
  up(db) {
    db.exec(`
      CREATE TABLE article (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        marks TEXT NOT NULL CHECK (json_valid(marks)),
        quotation_count INTEGER NOT NULL,
        sequence INTEGER NOT NULL DEFAULT 0,
        batch_id TEXT,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        removed_at TEXT
      ) STRICT;

      CREATE TABLE article_recording (
        article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        recording_id TEXT NOT NULL REFERENCES recording (id) ON DELETE CASCADE
      ) STRICT;
      CREATE UNIQUE INDEX article_recording_once ON article_recording (article_id, recording_id);
      CREATE INDEX article_recording_of_recording ON article_recording (recording_id);
    `);
  },
};
