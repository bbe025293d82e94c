import type { Take } from '../../shared/bundle/takes.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

/** What this library and another had in common once: the content of the bundle that went from one to the other. */
export interface SharedPoint {
  /** The id of the bundle. */
  readonly id: string;
  /** Where the own edit log stood. */
  readonly sequence: number;
}

/** Returns the points of a transcript, the latest last. */
export function listSharedPoints(db: ReadableDatabase, transcript: number): readonly SharedPoint[] {
  return db.all('SELECT id, sequence FROM shared_point WHERE transcript = ? ORDER BY rowid', transcript);
}

/** Returns what went with a bundle, as JSON; null when this library knows nothing of it. */
export function sharedContent(db: ReadableDatabase, transcript: number, id: string): string | null {
  const row = db.get<{ content: string }>(
    'SELECT content FROM shared_point WHERE transcript = ? AND id = ?',
    transcript,
    id,
  );
  return row?.content ?? null;
}

/** Enough for every colleague of a long session to come back several times. */
const MOST_POINTS = 64;

/** Remembers a point as the latest. Of very many, the oldest are forgotten. */
export function putSharedPoint(
  db: WritableDatabase,
  transcript: number,
  { id, sequence }: SharedPoint,
  content: string,
): void {
  db.run('DELETE FROM shared_point WHERE transcript = ? AND id = ?', transcript, id);
  db.run(
    'INSERT INTO shared_point (transcript, id, sequence, content) VALUES (?, ?, ?, ?)',
    transcript,
    id,
    sequence,
    content,
  );
  db.run(
    `DELETE FROM shared_point WHERE transcript = ? AND rowid NOT IN
       (SELECT rowid FROM shared_point WHERE transcript = ? ORDER BY rowid DESC LIMIT ?)`,
    transcript,
    transcript,
    MOST_POINTS,
  );
}

/** What a merge did, by the entry of the edit log that it wrote. */
export interface StoredMerge {
  readonly sequence: number;
  /** The id of the bundle. */
  readonly bundle: string;
  /** A `MergeEffect` as JSON. */
  readonly effect: string;
  /** What is in common by the bundle, as JSON, while the merge is taken back; else null. */
  readonly content: string | null;
}

/** Returns the merges after `base` up to `sequence`, oldest first. */
export function listMerges(
  db: ReadableDatabase,
  transcript: number,
  { base, sequence }: { readonly base: number; readonly sequence: number },
): readonly StoredMerge[] {
  return db.all(
    `SELECT sequence, bundle, effect, content FROM merge
     WHERE transcript = ? AND sequence > ? AND sequence <= ? ORDER BY sequence`,
    transcript,
    base,
    sequence,
  );
}

export function putMerge(db: WritableDatabase, transcript: number, merge: StoredMerge): void {
  const { sequence, bundle, effect, content } = merge;
  db.run(
    'INSERT OR REPLACE INTO merge (transcript, sequence, bundle, effect, content) VALUES (?, ?, ?, ?, ?)',
    transcript,
    sequence,
    bundle,
    effect,
    content,
  );
}

/** Forgets a point: what came with the bundle is no longer in common. */
export function removeSharedPoint(db: WritableDatabase, transcript: number, id: string): void {
  db.run('DELETE FROM shared_point WHERE transcript = ? AND id = ?', transcript, id);
}

/** Returns the share of a transcript that is this library's to work on; null: all of it. */
export function findTake(db: ReadableDatabase, transcript: number): Take | null {
  return (
    db.get<Take>(
      'SELECT id, name, start_ms AS startMs, end_ms AS endMs FROM take WHERE transcript = ?',
      transcript,
    ) ?? null
  );
}

export function putTake(db: WritableDatabase, transcript: number, take: Take | null): void {
  db.run('DELETE FROM take WHERE transcript = ?', transcript);
  if (take)
    db.run(
      'INSERT INTO take (transcript, id, name, start_ms, end_ms) VALUES (?, ?, ?, ?, ?)',
      transcript,
      take.id,
      take.name,
      take.startMs,
      take.endMs,
    );
}
