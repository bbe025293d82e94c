import type { AnnotationId, QuoteId, TranscriptId } from '../../shared/model/ids.ts';
import type { KeptAgainst, Quote, QuotedSpeaker } from '../../shared/model/quote.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

interface Row {
  readonly id: QuoteId;
  readonly transcriptId: TranscriptId;
  readonly annotationId: AnnotationId;
  readonly text: string;
  readonly turnIds: string;
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly timesByHand: number;
  readonly mediaSha256: string | null;
  readonly sequence: number;
  readonly headHash: string;
  readonly takenAt: string;
  readonly takenBy: string;
  readonly kept: string | null;
}

const SELECT = `SELECT quote.id, transcript.id AS transcriptId, annotation_id AS annotationId, text, turn_ids AS turnIds,
  speaker, start_ms AS startMs, end_ms AS endMs, times_by_hand AS timesByHand, media_sha256 AS mediaSha256,
  quote.sequence, quote.head_hash AS headHash, taken_at AS takenAt, taken_by AS takenBy, kept
  FROM quote JOIN transcript ON transcript.number = quote.transcript`;

const toQuote = (row: Row): Quote => ({
  ...row,
  turnIds: JSON.parse(row.turnIds) as Quote['turnIds'],
  speaker: row.speaker === null ? null : (JSON.parse(row.speaker) as QuotedSpeaker),
  timesByHand: row.timesByHand === 1,
  kept: row.kept === null ? null : (JSON.parse(row.kept) as KeptAgainst),
});

/** Returns the cards of a transcript in the order in which they were made, those of removed annotations included. */
export function listQuotes(db: ReadableDatabase, transcript: number): readonly Quote[] {
  return db.all<Row>(`${SELECT} WHERE quote.transcript = ? ORDER BY quote.number`, transcript).map(toQuote);
}

export function findQuote(db: ReadableDatabase, id: QuoteId): Quote | null {
  const row = db.get<Row>(`${SELECT} WHERE quote.id = ?`, id);
  return row ? toQuote(row) : null;
}

/** Returns the ids of the transcripts outside the bin that have quotes, the newest recording first. */
export function listQuotedTranscripts(db: ReadableDatabase): readonly TranscriptId[] {
  return db
    .all<{ id: TranscriptId }>(
      `SELECT transcript.id FROM transcript JOIN recording ON recording.id = recording_id
       WHERE deleted_at IS NULL AND EXISTS (SELECT 1 FROM quote WHERE quote.transcript = transcript.number)
       ORDER BY coalesce(recording.date, created_at) DESC, transcript.number`,
    )
    .map(({ id }) => id);
}

/** Writes a card, new or changed; the transcript and the annotation that it is of stay as they were. */
export function putQuote(db: WritableDatabase, transcript: number, quote: Quote): void {
  db.run(
    `INSERT INTO quote (id, transcript, annotation_id, text, turn_ids, speaker, start_ms, end_ms, times_by_hand,
       media_sha256, sequence, head_hash, taken_at, taken_by, kept)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET text = excluded.text, turn_ids = excluded.turn_ids, speaker = excluded.speaker,
       start_ms = excluded.start_ms, end_ms = excluded.end_ms, times_by_hand = excluded.times_by_hand,
       media_sha256 = excluded.media_sha256, sequence = excluded.sequence, head_hash = excluded.head_hash,
       taken_at = excluded.taken_at, taken_by = excluded.taken_by, kept = excluded.kept`,
    quote.id,
    transcript,
    quote.annotationId,
    quote.text,
    JSON.stringify(quote.turnIds),
    quote.speaker === null ? null : JSON.stringify(quote.speaker),
    quote.startMs,
    quote.endMs,
    quote.timesByHand ? 1 : 0,
    quote.mediaSha256,
    quote.sequence,
    quote.headHash,
    quote.takenAt,
    quote.takenBy,
    quote.kept === null ? null : JSON.stringify(quote.kept),
  );
}
