import { createHash } from 'node:crypto';
import type { HistoryEntry } from '../../shared/ipc/contract.ts';
import type { TranscriptId, TurnId } from '../../shared/model/ids.ts';
import type { AppliedDiff } from '../../shared/model/transcript-diff.ts';
import type { Inline, PlacedTurn } from '../../shared/model/turn.ts';
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
}

interface Row extends EditFacts {
  readonly put: string;
  readonly removed: string;
  readonly was: string;
  readonly hash: string;
}

const COLUMNS = 'sequence, batch_id AS batchId, saved_at AS savedAt, reason, put, removed, was, hash';

const toEdit = ({ put, removed, was, hash, sequence, batchId, savedAt, reason }: Row): Edit => ({
  sequence,
  batchId,
  savedAt,
  reason,
  hash,
  applied: {
    put: JSON.parse(put) as PlacedTurn[],
    remove: JSON.parse(removed) as TurnId[],
    was: JSON.parse(was) as PlacedTurn[],
  },
});

/** Each hash covers the one before it and the very text that is stored, so that no entry can change unnoticed. */
function hashOf(transcriptId: TranscriptId, previousHash: string, row: Omit<Row, 'hash'>): string {
  const { sequence, batchId, savedAt, reason, put, removed, was } = row;
  const entry = [previousHash, transcriptId, sequence, batchId, savedAt, reason, put, removed, was];
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex');
}

function canonicalInline(inline: Inline): Inline {
  if (inline.type === 'text') return { type: 'text', text: inline.text };
  if (inline.type === 'timestamp') return { type: 'timestamp', atMs: inline.atMs };
  return { type: 'tag', tag: inline.tag };
}

/** Returns turns as JSON with a settled order of keys, so that equal turns give equal text. */
export function canonicalTurns(turns: readonly PlacedTurn[]): string {
  return JSON.stringify(
    turns.map(({ id, order, speakerId, startMs, endMs, status, content }) => ({
      id,
      order,
      speakerId,
      startMs,
      endMs,
      status,
      content: content.map(canonicalInline),
    })),
  );
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

/** Returns up to `limit` entries with a sequence below `before`, newest first. */
export function listEdits(
  db: ReadableDatabase,
  transcript: number,
  before: number,
  limit: number,
): readonly HistoryEntry[] {
  return db.all(
    `SELECT sequence, saved_at AS savedAt, reason, json_array_length(put) AS putCount,
       json_array_length(removed) AS removedCount
     FROM edit WHERE transcript = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?`,
    transcript,
    before,
    limit,
  );
}

export interface CheckedEdit extends Edit {
  /** Whether the hash is that of the entry and of all entries before it. */
  readonly chained: boolean;
}

/** Walks the whole log of a transcript, oldest first, without holding it in memory. */
export function* walkEdits(
  db: ReadableDatabase,
  transcript: { readonly number: number; readonly id: TranscriptId },
): Generator<CheckedEdit> {
  let previousHash = '';
  let sequence = 0;
  for (;;) {
    const row = db.get<Row>(
      `SELECT ${COLUMNS} FROM edit WHERE transcript = ? AND sequence > ? ORDER BY sequence LIMIT 1`,
      transcript.number,
      sequence,
    );
    if (!row) return;
    const hash = hashOf(transcript.id, previousHash, row);
    yield { ...toEdit(row), chained: hash === row.hash && row.sequence === sequence + 1 };
    previousHash = row.hash;
    sequence = row.sequence;
  }
}
