import type { Migration } from './migration.ts';

/** Pairs of speakers whose names are alike and of whom a person has said that they are two, the lower id first. */
export const speakersApart: Migration = {
  version: 13,
  name: 'speakers apart',
  up(db) {
    db.exec(`
      CREATE TABLE speaker_apart (
        one TEXT NOT NULL REFERENCES speaker (id) ON DELETE CASCADE,
        other TEXT NOT NULL REFERENCES speaker (id) ON DELETE CASCADE,
        PRIMARY KEY (one, other),
        CHECK (one < other)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
