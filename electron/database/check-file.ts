import type { ReadableDatabase } from './library-database.ts';

/**
 * Reads the whole file of an open library and returns what is wrong with it: what SQLite finds, references that lead
 * nowhere, recordings without their transcript.
 */
export function fileFaults(db: ReadableDatabase): readonly string[] {
  const pages = db.all<{ integrity_check: string }>('PRAGMA integrity_check');
  const strays = db.all<Record<string, unknown>>('PRAGMA foreign_key_check');
  const orphans = db.all<{ id: string }>(
    `SELECT id FROM recording
     WHERE id NOT IN (SELECT recording_id FROM transcript WHERE kind = 'original')`,
  );
  return [
    ...pages.map((finding) => finding.integrity_check).filter((finding) => finding !== 'ok'),
    ...strays.map((stray) => `foreign key ${JSON.stringify(stray)}`),
    ...orphans.map(({ id }) => `recording ${id} has no transcript`),
  ];
}
