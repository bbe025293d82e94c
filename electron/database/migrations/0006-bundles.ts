import type { Migration } from './migration.ts';

/**
 * What was handed out to and taken in from other libraries, so that what comes back can be compared with it; and the
 * share of a session that is this desk's. `rowid` tells which point is the latest, so no key may replace it.
 */
export const bundles: Migration = {
  version: 6,
  name: 'bundles',
  up(db) {
    db.exec(`
      CREATE TABLE shared_point (
        transcript INTEGER NOT NULL REFERENCES transcript (number) ON DELETE CASCADE,
        id TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        content TEXT NOT NULL CHECK (json_valid(content))
      ) STRICT;
      CREATE UNIQUE INDEX shared_point_of_transcript ON shared_point (transcript, id);

      CREATE TABLE take (
        transcript INTEGER PRIMARY KEY REFERENCES transcript (number) ON DELETE CASCADE,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        start_ms INTEGER NOT NULL,
        end_ms INTEGER NOT NULL,
        CHECK (start_ms >= 0 AND end_ms > start_ms)
      ) STRICT;
    `);
  },
};
