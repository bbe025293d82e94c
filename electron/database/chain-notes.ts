import { createHash } from 'node:crypto';
import type { TranscriptId } from '../../shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';
import type { StoredTranscript } from './transcript-store.ts';

/** What the text was when a revision was marked. */
export interface RevisionNote {
  /** SHA-256 of the turns, lower-case hex; see `hashOfTurns`. */
  readonly text: string;
}

/** Entries of the edit log that were folded into one, whose hash is that of the last of them. */
export interface FoldedRange {
  readonly first: number;
  readonly last: number;
  /** The hash that the first of them built on. */
  readonly before: string;
  /** The hash of the last of them. */
  readonly after: string;
  /** SHA-256 of what stands in their place; see `digestOfEdit`. */
  readonly digest: string;
}

export interface CompactionNote {
  readonly ranges: readonly FoldedRange[];
}

/** One more link of the chain of hashes, after the edit with that sequence. `at` is ISO 8601, UTC. */
export type ChainNote = {
  readonly number: number;
  readonly sequence: number;
  readonly at: string;
  readonly hash: string;
} & (
  | { readonly kind: 'revision'; readonly body: RevisionNote }
  | { readonly kind: 'compaction'; readonly body: CompactionNote }
);

interface Row {
  readonly number: number;
  readonly sequence: number;
  readonly at: string;
  readonly kind: ChainNote['kind'];
  readonly body: string;
  readonly hash: string;
}

function hashOf(transcriptId: TranscriptId, previousHash: string, row: Omit<Row, 'hash'>): string {
  const { number, sequence, at, kind, body } = row;
  const entry = [previousHash, transcriptId, number, sequence, at, kind, body];
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex');
}

/** Adds a link behind the head of a transcript and returns the transcript with its new head. */
export function appendNote(
  db: WritableDatabase,
  transcript: StoredTranscript,
  note: Pick<ChainNote, 'kind' | 'body' | 'at'>,
): StoredTranscript {
  const last = db.get<{ number: number }>(
    'SELECT number FROM chain_note WHERE transcript = ? ORDER BY number DESC LIMIT 1',
    transcript.number,
  );
  const number = (last?.number ?? 0) + 1;
  const row = { ...note, number, sequence: transcript.sequence, body: JSON.stringify(note.body) };
  const hash = hashOf(transcript.id, transcript.headHash, row);
  db.run(
    'INSERT INTO chain_note (transcript, number, sequence, at, kind, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    transcript.number,
    number,
    row.sequence,
    row.at,
    row.kind,
    row.body,
    hash,
  );
  db.run('UPDATE transcript SET head_hash = ? WHERE number = ?', hash, transcript.number);
  return { ...transcript, headHash: hash };
}

/** Returns the notes of a transcript in their order. */
export function listNotes(db: ReadableDatabase, transcript: number): readonly ChainNote[] {
  return db
    .all<Row>(
      'SELECT number, sequence, at, kind, body, hash FROM chain_note WHERE transcript = ? ORDER BY number',
      transcript,
    )
    .map((row) => ({ ...row, body: JSON.parse(row.body) }) as ChainNote);
}

/** Tells whether a note's hash is that of the note and of everything before it. */
export function isChained(transcriptId: TranscriptId, previousHash: string, note: ChainNote): boolean {
  return note.hash === hashOf(transcriptId, previousHash, { ...note, body: JSON.stringify(note.body) });
}
