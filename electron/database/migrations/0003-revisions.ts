import type { Migration } from './migration.ts';

/**
 * `revision` names moments of a transcript that can be gone back to. `chain_note` is what else the chain of hashes
 * says after the edit with that sequence: what the text was at a revision, and which edits were folded into one.
 * `edit.first` is set where an entry stands for all those from `first` to `sequence`.
 */
export const revisions: Migration = {
  version: 3,
  name: 'revisions',
  up(db) {
    db.exec(`
      CREATE TABLE revision (
        id TEXT PRIMARY KEY,
        transcript INTEGER NOT NULL REFERENCES transcript (number) ON DELETE CASCADE,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        reason TEXT NOT NULL,
        name TEXT NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL
      ) STRICT;
      CREATE INDEX revision_of_transcript ON revision (transcript, sequence);

      CREATE TABLE chain_note (
        transcript INTEGER NOT NULL REFERENCES transcript (number) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        sequence INTEGER NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('revision', 'compaction')),
        body TEXT NOT NULL CHECK (json_valid(body)),
        hash TEXT NOT NULL,
        PRIMARY KEY (transcript, number)
      ) STRICT;

      ALTER TABLE edit ADD COLUMN first INTEGER CHECK (first < sequence);
    `);
  },
};
