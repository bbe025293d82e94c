import type { Revision } from '../../shared/model/revision.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

/** Returns the revisions of a transcript, newest first. */
export function listRevisions(db: ReadableDatabase, transcript: number): readonly Revision[] {
  return db.all(
    `SELECT id, sequence, reason, name, at, author FROM revision WHERE transcript = ?
     ORDER BY sequence DESC, rowid DESC`,
    transcript,
  );
}

/** Adds a revision. */
export function insertRevision(db: WritableDatabase, transcript: number, revision: Revision): void {
  const { id, sequence, reason, name, at, author } = revision;
  db.run(
    'INSERT INTO revision (id, transcript, sequence, reason, name, at, author) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    transcript,
    sequence,
    reason,
    name,
    at,
    author,
  );
}

/** Gives a revision another name; returns whether there is such a revision. */
export function renameRevision(db: WritableDatabase, id: string, name: string): boolean {
  return db.run('UPDATE revision SET name = ? WHERE id = ?', name, id) > 0;
}
