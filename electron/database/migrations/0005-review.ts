import type { Migration } from './migration.ts';

/**
 * Who has worked on a turn; findings that were looked at and let be; boundaries that were listened to, each at the
 * moment where it then was, so that one that is moved counts as not heard; and where listening stopped.
 */
export const review: Migration = {
  version: 5,
  name: 'review',
  up(db) {
    db.exec(`
      ALTER TABLE turn ADD COLUMN edited_by TEXT;
      ALTER TABLE turn ADD COLUMN checked_by TEXT;
      ALTER TABLE turn ADD COLUMN checked_at TEXT;
      ALTER TABLE turn ADD COLUMN flag_note TEXT;

      ALTER TABLE transcript ADD COLUMN flagged_count INTEGER NOT NULL DEFAULT 0;
      UPDATE transcript SET flagged_count = (
        SELECT count(*) FROM turn WHERE turn.transcript = transcript.number AND status = 'flagged'
      );
      ALTER TABLE transcript ADD COLUMN audit_stop TEXT CHECK (json_valid(audit_stop));

      CREATE TABLE ignored_finding (
        transcript INTEGER NOT NULL REFERENCES transcript (number) ON DELETE CASCADE,
        turn_id TEXT NOT NULL,
        check_id TEXT NOT NULL,
        reason TEXT NOT NULL,
        ignored_by TEXT NOT NULL,
        ignored_at TEXT NOT NULL,
        PRIMARY KEY (transcript, turn_id, check_id)
      ) STRICT;

      CREATE TABLE heard_boundary (
        transcript INTEGER NOT NULL REFERENCES transcript (number) ON DELETE CASCADE,
        turn_id TEXT NOT NULL,
        edge TEXT NOT NULL CHECK (edge IN ('start', 'end')),
        at_ms INTEGER NOT NULL CHECK (at_ms >= 0),
        heard_by TEXT NOT NULL,
        heard_at TEXT NOT NULL,
        PRIMARY KEY (transcript, turn_id, edge)
      ) STRICT;
    `);
  },
};
