import type { SpeakerId } from '../../shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

/** An entry of an edit log as it is stored: its parts as the very text that its hash covers. */
export interface EditRow {
  readonly sequence: number;
  readonly batchId: string;
  readonly savedAt: string;
  readonly reason: string;
  readonly put: string;
  readonly removed: string;
  readonly was: string;
  readonly hash: string;
  readonly first: number | null;
}

/** A link of the chain of hashes besides the entries, likewise. */
export interface NoteRow {
  readonly number: number;
  readonly sequence: number;
  readonly at: string;
  readonly kind: string;
  readonly body: string;
  readonly hash: string;
}

/** Returns the first entry after `sequence`. */
export function editRowAfter(
  db: ReadableDatabase,
  transcript: number,
  sequence: number,
): EditRow | undefined {
  return db.get(
    `SELECT sequence, batch_id AS batchId, saved_at AS savedAt, reason, put, removed, was, hash, first
     FROM edit WHERE transcript = ? AND sequence > ? ORDER BY sequence LIMIT 1`,
    transcript,
    sequence,
  );
}

export function listNoteRows(db: ReadableDatabase, transcript: number): readonly NoteRow[] {
  return db.all(
    'SELECT number, sequence, at, kind, body, hash FROM chain_note WHERE transcript = ? ORDER BY number',
    transcript,
  );
}

/** Adds an entry of another library's edit log as it is; whoever calls checks the chain. */
export function insertEditRow(db: WritableDatabase, transcript: number, row: EditRow): void {
  db.run(
    `INSERT INTO edit (transcript, sequence, batch_id, saved_at, reason, put, removed, was, hash, first)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    transcript,
    row.sequence,
    row.batchId,
    row.savedAt,
    row.reason,
    row.put,
    row.removed,
    row.was,
    row.hash,
    row.first,
  );
}

/** Adds a link of another library's chain, likewise. */
export function insertNoteRow(db: WritableDatabase, transcript: number, row: NoteRow): void {
  db.run(
    'INSERT INTO chain_note (transcript, number, sequence, at, kind, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    transcript,
    row.number,
    row.sequence,
    row.at,
    row.kind,
    row.body,
    row.hash,
  );
}

/** Returns the sequence whose entry has this hash, or null. */
export function sequenceOfHash(db: ReadableDatabase, transcript: number, hash: string): number | null {
  const row = db.get<{ sequence: number }>(
    'SELECT sequence FROM edit WHERE transcript = ? AND hash = ?',
    transcript,
    hash,
  );
  return row?.sequence ?? null;
}

/** Returns the speakers whom the edit log of a transcript names anywhere. */
export function speakersOfLog(db: ReadableDatabase, transcript: number): readonly SpeakerId[] {
  return db
    .all<{ id: SpeakerId }>(
      `SELECT DISTINCT json_extract(turn.value, '$.speakerId') AS id
       FROM edit, json_each(edit.put) AS turn WHERE transcript = ? AND id IS NOT NULL`,
      transcript,
    )
    .map(({ id }) => id);
}
