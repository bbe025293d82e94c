import type { Migration } from './migration.ts';

/** How media are played and what is known beyond their facts; a medium without a row is played as it lies there. */
export const mediaSetup: Migration = {
  version: 14,
  name: 'media-setup',
  up(db) {
    db.exec(`
      CREATE TABLE media_setup (
        media_id TEXT PRIMARY KEY REFERENCES media (id) ON DELETE CASCADE,
        proxy TEXT CHECK (proxy IN ('format', 'seeking', 'times', 'choice')),
        track INTEGER CHECK (track >= 0),
        channel INTEGER CHECK (channel >= 0),
        timecode TEXT,
        started_at TEXT,
        loudness_lufs REAL,
        is_pending INTEGER NOT NULL CHECK (is_pending IN (0, 1))
      ) STRICT;
    `);
  },
};
