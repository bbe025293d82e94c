import type { Migration } from './migration.ts';

/** What a delegate list knows of speakers: `details` is a JSON object, portraits are named by their SHA-256. */
export const delegates: Migration = {
  version: 10,
  name: 'delegates',
  up(db) {
    db.exec(`
      CREATE TABLE portrait (
        id TEXT PRIMARY KEY CHECK (length(id) = 64),
        type TEXT NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;
      ALTER TABLE speaker ADD COLUMN details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details));
      ALTER TABLE speaker ADD COLUMN portrait TEXT REFERENCES portrait (id);
      CREATE INDEX speaker_portrait ON speaker (portrait) WHERE portrait IS NOT NULL;
    `);
  },
};
