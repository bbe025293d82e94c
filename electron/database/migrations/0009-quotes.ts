import type { Migration } from './migration.ts';

/**
 * Quote cards: words as they were taken, with the evidence. Which words they are now is said by the annotation, and an
 * annotation is never deleted while its transcript lives; so the reference only keeps out cards of nothing.
 */
export const quotes: Migration = {
  version: 9,
  name: 'quotes',
  up(db) {
    db.exec(`
      CREATE TABLE quote (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        transcript INTEGER NOT NULL REFERENCES transcript (number) ON DELETE CASCADE,
        annotation_id TEXT NOT NULL UNIQUE REFERENCES annotation (id) ON DELETE CASCADE,
        text TEXT NOT NULL CHECK (text <> ''),
        turn_ids TEXT NOT NULL CHECK (json_valid(turn_ids)),
        speaker TEXT CHECK (json_valid(speaker)),
        start_ms INTEGER CHECK (start_ms >= 0),
        end_ms INTEGER,
        times_by_hand INTEGER NOT NULL CHECK (times_by_hand IN (0, 1)),
        media_sha256 TEXT,
        sequence INTEGER NOT NULL,
        head_hash TEXT NOT NULL,
        taken_at TEXT NOT NULL,
        taken_by TEXT NOT NULL,
        kept TEXT CHECK (json_valid(kept)),
        CHECK (end_ms > start_ms)
      ) STRICT;
      CREATE INDEX quote_of_transcript ON quote (transcript);
    `);
  },
};
