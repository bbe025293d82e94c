import type { TurnId } from '../../shared/model/ids.ts';
import type { BoundaryPlace, HeardBoundary, KeptFinding } from '../../shared/review/review-notes.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

export function listIgnored(db: ReadableDatabase, transcript: number): readonly KeptFinding[] {
  return db.all(
    `SELECT turn_id AS turnId, check_id AS "check", reason, ignored_by AS "by", ignored_at AS "at"
     FROM ignored_finding WHERE transcript = ?`,
    transcript,
  );
}

export function putIgnored(db: WritableDatabase, transcript: number, ignored: KeptFinding): void {
  const { turnId, check, reason, by, at } = ignored;
  db.run(
    `INSERT OR REPLACE INTO ignored_finding (transcript, turn_id, check_id, reason, ignored_by, ignored_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    transcript,
    turnId,
    check,
    reason,
    by,
    at,
  );
}

export function removeIgnored(db: WritableDatabase, transcript: number, turnId: TurnId, check: string): void {
  db.run(
    'DELETE FROM ignored_finding WHERE transcript = ? AND turn_id = ? AND check_id = ?',
    transcript,
    turnId,
    check,
  );
}

export function listHeard(db: ReadableDatabase, transcript: number): readonly HeardBoundary[] {
  return db.all(
    `SELECT turn_id AS turnId, edge, at_ms AS atMs, heard_by AS "by", heard_at AS "at"
     FROM heard_boundary WHERE transcript = ?`,
    transcript,
  );
}

export function putHeard(db: WritableDatabase, transcript: number, heard: HeardBoundary): void {
  const { turnId, edge, atMs, by, at } = heard;
  db.run(
    `INSERT OR REPLACE INTO heard_boundary (transcript, turn_id, edge, at_ms, heard_by, heard_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    transcript,
    turnId,
    edge,
    atMs,
    by,
    at,
  );
}

export function removeHeard(db: WritableDatabase, transcript: number, { turnId, edge }: BoundaryPlace): void {
  db.run(
    'DELETE FROM heard_boundary WHERE transcript = ? AND turn_id = ? AND edge = ?',
    transcript,
    turnId,
    edge,
  );
}

/** Returns where listening to the boundaries stopped last, as JSON that was written by `setAuditStop`. */
export function auditStop(db: ReadableDatabase, transcript: number): BoundaryPlace | null {
  const row = db.get<{ stop: string | null }>(
    'SELECT audit_stop AS stop FROM transcript WHERE number = ?',
    transcript,
  );
  return row?.stop ? (JSON.parse(row.stop) as BoundaryPlace) : null;
}

export function setAuditStop(db: WritableDatabase, transcript: number, place: BoundaryPlace | null): void {
  db.run(
    'UPDATE transcript SET audit_stop = ? WHERE number = ?',
    place && JSON.stringify({ turnId: place.turnId, edge: place.edge }),
    transcript,
  );
}
