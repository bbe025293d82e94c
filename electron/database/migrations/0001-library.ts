import type { Migration } from './migration.ts';

/**
 * `turn.row` is `transcript.number << 24 | n`: the turns of a transcript lie together on the disk, and a row of the
 * search index, which carries the same number, tells its transcript without a join.
 * A removed speaker keeps its row, since the edit log, and so undo, may bring back a turn that names it.
 */
export const library: Migration = {
  version: 1,
  name: 'library',
  up(db) {
    db.exec(`
      CREATE TABLE recording (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        date TEXT,
        place TEXT NOT NULL,
        languages TEXT NOT NULL CHECK (json_valid(languages)),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT
      ) STRICT;

      CREATE TABLE media (
        id TEXT PRIMARY KEY,
        recording_id TEXT NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        fingerprint TEXT NOT NULL,
        sha256 TEXT,
        duration_ms INTEGER NOT NULL,
        container TEXT NOT NULL,
        audio_codec TEXT,
        video_codec TEXT,
        frame_rate REAL,
        width INTEGER,
        height INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX media_of_recording ON media (recording_id);
      CREATE INDEX media_by_fingerprint ON media (fingerprint);

      CREATE TABLE speaker (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL CHECK (json_valid(name)),
        title TEXT NOT NULL CHECK (json_valid(title)),
        organisation TEXT NOT NULL CHECK (json_valid(organisation)),
        country TEXT NOT NULL CHECK (json_valid(country)),
        colour INTEGER NOT NULL,
        merged_into TEXT REFERENCES speaker (id),
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
      ) STRICT;
      CREATE INDEX speaker_merged ON speaker (merged_into) WHERE merged_into IS NOT NULL;

      CREATE TABLE transcript (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        recording_id TEXT NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
        language TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('original', 'translation')),
        sequence INTEGER NOT NULL DEFAULT 0,
        head_hash TEXT NOT NULL DEFAULT '',
        turn_count INTEGER NOT NULL DEFAULT 0,
        checked_count INTEGER NOT NULL DEFAULT 0,
        word_count INTEGER NOT NULL DEFAULT 0,
        transcribed_ms INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX transcript_of_recording ON transcript (recording_id);
      CREATE UNIQUE INDEX transcript_original ON transcript (recording_id) WHERE kind = 'original';

      CREATE TABLE turn (
        row INTEGER PRIMARY KEY,
        transcript INTEGER NOT NULL REFERENCES transcript (number) ON DELETE CASCADE,
        id TEXT NOT NULL UNIQUE,
        position TEXT NOT NULL,
        speaker_id TEXT REFERENCES speaker (id),
        start_ms INTEGER,
        end_ms INTEGER,
        status TEXT NOT NULL CHECK (status IN ('draft', 'checked', 'flagged')),
        content TEXT NOT NULL CHECK (json_valid(content)),
        CHECK (row >> 24 = transcript),
        CHECK (start_ms >= 0 AND end_ms >= 0),
        CHECK (end_ms >= start_ms)
      ) STRICT;
      CREATE INDEX turn_reach ON turn (transcript, coalesce(end_ms, start_ms));
      CREATE INDEX turn_of_speaker ON turn (speaker_id, transcript) WHERE speaker_id IS NOT NULL;

      CREATE TABLE edit (
        transcript INTEGER NOT NULL REFERENCES transcript (number) ON DELETE CASCADE,
        sequence INTEGER NOT NULL,
        batch_id TEXT NOT NULL UNIQUE,
        saved_at TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (reason IN ('edit', 'restore', 'import')),
        put TEXT NOT NULL CHECK (json_valid(put)),
        removed TEXT NOT NULL CHECK (json_valid(removed)),
        was TEXT NOT NULL CHECK (json_valid(was)),
        hash TEXT NOT NULL,
        PRIMARY KEY (transcript, sequence)
      ) STRICT;
    `);
  },
};
