import type { Migration } from './migration.ts';

/** What each merge did beside the text, by the entry of the edit log that it wrote, so that it can be taken back. */
export const merges: Migration = {
  version: 11,
  name: 'merges',
  up(db) {
    db.exec(`
      CREATE TABLE merge (
        transcript INTEGER NOT NULL REFERENCES transcript (number) ON DELETE CASCADE,
        sequence INTEGER NOT NULL,
        bundle TEXT NOT NULL,
        effect TEXT NOT NULL CHECK (json_valid(effect)),
        content TEXT CHECK (json_valid(content)),
        PRIMARY KEY (transcript, sequence)
      ) STRICT;
    `);
  },
};
