import { createHash } from 'node:crypto';
import type { HistoryEntry } from '../../shared/ipc/contract.ts';
import type { TranscriptId, TurnId } from '../../shared/model/ids.ts';
import type { AppliedDiff } from '../../shared/model/transcript-diff.ts';
import { type Inline, type PlacedTurn, textInline, turnDetails } from '../../shared/model/turn.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

export type EditReason = HistoryEntry['reason'];

/** What is written of a batch besides what it changed. */
export interface EditFacts {
  readonly sequence: number;
  readonly batchId: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  readonly reason: EditReason;
}

export interface Edit extends EditFacts {
  readonly applied: AppliedDiff;
  readonly hash: string;
  /** The first of the entries that were folded into this one; null for an entry as it was written. */
  readonly first: number | null;
}

interface Row extends EditFacts {
  readonly put: string;
  readonly removed: string;
  readonly was: string;
  readonly hash: string;
  readonly first: number | null;
}

const COLUMNS = 'sequence, batch_id AS batchId, saved_at AS savedAt, reason, put, removed, was, hash, first';

const toEdit = ({ put, removed, was, hash, sequence, batchId, savedAt, reason, first }: Row): Edit => ({
  sequence,
  batchId,
  savedAt,
  reason,
  hash,
  first,
  applied: {
    put: JSON.parse(put) as PlacedTurn[],
    remove: JSON.parse(removed) as TurnId[],
    was: JSON.parse(was) as PlacedTurn[],
  },
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Each hash covers the one before it and the very text that is stored, so that no entry can change unnoticed. */
function hashOf(transcriptId: TranscriptId, previousHash: string, row: Omit<Row, 'hash' | 'first'>): string {
  const { sequence, batchId, savedAt, reason, put, removed, was } = row;
  const entry = [previousHash, transcriptId, sequence, batchId, savedAt, reason, put, removed, was];
  return sha256(JSON.stringify(entry));
}

function canonicalInline(inline: Inline): Inline {
  // Entries from before there were annotations read the same, so that their hashes hold.
  if (inline.type === 'text') return textInline(inline.text, inline.annotations);
  if (inline.type === 'timestamp') return { type: 'timestamp', atMs: inline.atMs };
  return { type: 'tag', tag: inline.tag };
}

/**
 * Returns turns as JSON with a settled order of keys, so that equal turns give equal text. What is absent is not
 * written, so that turns from before there was such a part give the text that they gave then.
 */
export function canonicalTurns(turns: readonly PlacedTurn[]): string {
  return JSON.stringify(
    turns.map(({ id, order, speakerId, startMs, endMs, status, content, ...rest }) => ({
      id,
      order,
      speakerId,
      startMs,
      endMs,
      status,
      content: content.map(canonicalInline),
      ...turnDetails(rest),
    })),
  );
}

/** Returns SHA-256 of a whole transcript, lower-case hex: of its turns in order, as `canonicalTurns` writes them. */
export const hashOfTurns = (turns: readonly PlacedTurn[]): string => sha256(canonicalTurns(turns));

/** Returns SHA-256 of what an entry did, lower-case hex. */
export function digestOfEdit({ put, remove, was }: AppliedDiff): string {
  return sha256(JSON.stringify([canonicalTurns(put), remove, canonicalTurns(was)]));
}

/** Adds an entry after the one with `previousHash` and returns its own hash. */
export function appendEdit(
  db: WritableDatabase,
  transcript: { readonly number: number; readonly id: TranscriptId; readonly headHash: string },
  facts: EditFacts,
  applied: AppliedDiff,
): string {
  const put = canonicalTurns(applied.put);
  const removed = JSON.stringify(applied.remove);
  const was = canonicalTurns(applied.was);
  const hash = hashOf(transcript.id, transcript.headHash, { ...facts, put, removed, was });
  db.run(
    `INSERT INTO edit (transcript, sequence, batch_id, saved_at, reason, put, removed, was, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    transcript.number,
    facts.sequence,
    facts.batchId,
    facts.savedAt,
    facts.reason,
    put,
    removed,
    was,
    hash,
  );
  return hash;
}

/** Returns the entry of a batch and the number of its transcript, or null when the batch has not been written. */
export function findBatch(db: ReadableDatabase, batchId: string): (Edit & { transcript: number }) | null {
  const row = db.get<Row & { transcript: number }>(
    `SELECT transcript, ${COLUMNS} FROM edit WHERE batch_id = ?`,
    batchId,
  );
  return row ? { ...toEdit(row), transcript: row.transcript } : null;
}

export function findEdit(db: ReadableDatabase, transcript: number, sequence: number): Edit | null {
  const row = db.get<Row>(
    `SELECT ${COLUMNS} FROM edit WHERE transcript = ? AND sequence = ?`,
    transcript,
    sequence,
  );
  return row ? toEdit(row) : null;
}

/** Returns when an entry was saved, ISO 8601 in UTC, or null. */
export function savedTime(db: ReadableDatabase, transcript: number, sequence: number): string | null {
  const row = db.get<{ savedAt: string }>(
    'SELECT saved_at AS savedAt FROM edit WHERE transcript = ? AND sequence = ?',
    transcript,
    sequence,
  );
  return row?.savedAt ?? null;
}

/** Returns up to `limit` entries with a sequence below `before`, newest first. */
export function listEdits(
  db: ReadableDatabase,
  transcript: number,
  before: number,
  limit: number,
): readonly HistoryEntry[] {
  return db.all(
    `SELECT sequence, saved_at AS savedAt, reason, json_array_length(put) AS putCount,
       json_array_length(removed) AS removedCount, first
     FROM edit WHERE transcript = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?`,
    transcript,
    before,
    limit,
  );
}

/** Walks the log from newest to oldest, down to the entry after `sequence`, without holding it in memory. */
export function* walkBack(db: ReadableDatabase, transcript: number, sequence: number): Generator<Edit> {
  const sql = `SELECT ${COLUMNS} FROM edit WHERE transcript = ? AND sequence > ? ORDER BY sequence DESC`;
  for (const row of db.each<Row>(sql, transcript, sequence)) yield toEdit(row);
}

export interface CheckedEdit extends Edit {
  /** Whether the hash is that of the entry after `previousHash`; never so for entries that were folded. */
  isChainedTo(previousHash: string): boolean;
}

/** Walks the whole log of a transcript, oldest first, without holding it in memory. */
export function* walkEdits(
  db: ReadableDatabase,
  transcript: { readonly number: number; readonly id: TranscriptId },
): Generator<CheckedEdit> {
  let sequence = 0;
  for (;;) {
    const row = db.get<Row>(
      `SELECT ${COLUMNS} FROM edit WHERE transcript = ? AND sequence > ? ORDER BY sequence LIMIT 1`,
      transcript.number,
      sequence,
    );
    if (!row) return;
    yield {
      ...toEdit(row),
      isChainedTo: (previousHash) => row.hash === hashOf(transcript.id, previousHash, row),
    };
    sequence = row.sequence;
  }
}

/** What is known of an entry without its text. */
export type EntryFacts = Pick<EditFacts, 'sequence' | 'savedAt' | 'reason'>;

/** Walks the entries after `from` up to `to`, oldest first, without their text. */
export function walkFacts(
  db: ReadableDatabase,
  transcript: number,
  from: number,
  to: number,
): IterableIterator<EntryFacts> {
  return db.each(
    `SELECT sequence, saved_at AS savedAt, reason FROM edit
     WHERE transcript = ? AND sequence > ? AND sequence <= ? ORDER BY sequence`,
    transcript,
    from,
    to,
  );
}

/** Walks the entries from `first` to `last`, oldest first. */
export function* walkForward(
  db: ReadableDatabase,
  transcript: number,
  first: number,
  last: number,
): Generator<Edit> {
  const sql = `SELECT ${COLUMNS} FROM edit WHERE transcript = ? AND sequence BETWEEN ? AND ? ORDER BY sequence`;
  for (const row of db.each<Row>(sql, transcript, first, last)) yield toEdit(row);
}

/** Returns the hash of an entry, '' when there is none. */
export function hashAt(db: ReadableDatabase, transcript: number, sequence: number): string {
  const sql = 'SELECT hash FROM edit WHERE transcript = ? AND sequence = ?';
  return db.get<{ hash: string }>(sql, transcript, sequence)?.hash ?? '';
}

/** Puts what the entries from `first` to `last` did together in the place of them all; the last keeps its hash. */
export function foldEdits(
  db: WritableDatabase,
  transcript: number,
  { first, last }: { readonly first: number; readonly last: number },
  applied: AppliedDiff,
): void {
  db.run('DELETE FROM edit WHERE transcript = ? AND sequence BETWEEN ? AND ?', transcript, first, last - 1);
  db.run(
    'UPDATE edit SET first = ?, put = ?, removed = ?, was = ? WHERE transcript = ? AND sequence = ?',
    first,
    canonicalTurns(applied.put),
    JSON.stringify(applied.remove),
    canonicalTurns(applied.was),
    transcript,
    last,
  );
}
