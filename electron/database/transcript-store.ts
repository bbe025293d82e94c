import type { RecordingId, TranscriptId } from '../../shared/model/ids.ts';
import type { TranscriptHead } from '../../shared/model/recording.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

/** How far a transcript has come. */
export interface TranscriptTotals {
  readonly turnCount: number;
  readonly checkedCount: number;
  readonly flaggedCount: number;
  readonly wordCount: number;
  /** Where the last timed turn ends (or starts, when its end is not set yet). */
  readonly transcribedMs: number;
}

/** A transcript as the library keeps it: its head, the number of its rows, the last hash of its edit log. */
export interface StoredTranscript extends TranscriptHead {
  readonly number: number;
  readonly headHash: string;
}

const COLUMNS = `number, id, recording_id AS recordingId, language, kind, sequence, head_hash AS headHash`;

export function findTranscript(db: ReadableDatabase, id: TranscriptId): StoredTranscript | null {
  return db.get<StoredTranscript>(`SELECT ${COLUMNS} FROM transcript WHERE id = ?`, id) ?? null;
}

/** Returns the transcripts of a recording, the original first. */
export function listTranscripts(db: ReadableDatabase, recordingId: RecordingId): readonly StoredTranscript[] {
  return db.all(
    `SELECT ${COLUMNS} FROM transcript WHERE recording_id = ? ORDER BY kind, number`,
    recordingId,
  );
}

/** Returns the totals that are kept of a transcript. */
export function transcriptTotals(db: ReadableDatabase, number: number): TranscriptTotals {
  const row = db.get<TranscriptTotals>(
    `SELECT turn_count AS turnCount, checked_count AS checkedCount, flagged_count AS flaggedCount,
       word_count AS wordCount, transcribed_ms AS transcribedMs
     FROM transcript WHERE number = ?`,
    number,
  );
  return row ?? { turnCount: 0, checkedCount: 0, flaggedCount: 0, wordCount: 0, transcribedMs: 0 };
}

/** Adds an empty transcript, at sequence 0. */
export function createTranscript(
  db: WritableDatabase,
  { id, recordingId, language, kind }: Omit<TranscriptHead, 'sequence'>,
): void {
  db.run(
    'INSERT INTO transcript (id, recording_id, language, kind) VALUES (?, ?, ?, ?)',
    id,
    recordingId,
    language,
    kind,
  );
}

export function setTranscriptLanguage(db: WritableDatabase, number: number, language: string): void {
  db.run('UPDATE transcript SET language = ? WHERE number = ?', language, number);
}

/** What a batch did to the counts; `transcribedMs` is read anew from the turns. */
export type TotalsChange = Omit<TranscriptTotals, 'transcribedMs'>;

/** Moves the transcript to the edit-log entry just written. */
export function advanceTranscript(
  db: WritableDatabase,
  number: number,
  head: { readonly sequence: number; readonly hash: string },
  change: TotalsChange,
): void {
  db.run(
    `UPDATE transcript SET sequence = ?, head_hash = ?, turn_count = turn_count + ?,
       checked_count = checked_count + ?, flagged_count = flagged_count + ?, word_count = word_count + ?,
       transcribed_ms = coalesce(
         (SELECT max(coalesce(end_ms, start_ms)) FROM turn WHERE turn.transcript = transcript.number), 0)
     WHERE number = ?`,
    head.sequence,
    head.hash,
    change.turnCount,
    change.checkedCount,
    change.flaggedCount,
    change.wordCount,
    number,
  );
}

export interface TitledTranscript {
  readonly number: number;
  readonly recordingId: RecordingId;
  readonly title: string;
  readonly place: string;
  /** `YYYY-MM-DD`, or null. */
  readonly date: string | null;
  /** BCP 47 tag. */
  readonly language: string;
}

/** Returns every transcript outside the bin with its language and the title, place and date of its recording. */
export function listTitles(db: ReadableDatabase): readonly TitledTranscript[] {
  return db.all(
    `SELECT number, recording_id AS recordingId, title, place, date, language
     FROM transcript JOIN recording ON recording.id = recording_id WHERE deleted_at IS NULL`,
  );
}

/** Returns the ids of all transcripts, in the bin too. */
export function listTranscriptIds(db: ReadableDatabase): readonly TranscriptId[] {
  return db.all<{ id: TranscriptId }>('SELECT id FROM transcript ORDER BY number').map(({ id }) => id);
}
