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

const COLUMNS = `number, id, recording_id AS recordingId, language, kind, name, sequence, head_hash AS headHash`;

export function findTranscript(db: ReadableDatabase, id: TranscriptId): StoredTranscript | null {
  return db.get<StoredTranscript>(`SELECT ${COLUMNS} FROM transcript WHERE id = ?`, id) ?? null;
}

/** Returns the transcripts of a recording, the original first; those that were removed only where `removed` says so. */
export function listTranscripts(
  db: ReadableDatabase,
  recordingId: RecordingId,
  { removed = false } = {},
): readonly StoredTranscript[] {
  return db.all(
    `SELECT ${COLUMNS} FROM transcript WHERE recording_id = ? AND removed <= ? ORDER BY kind, number`,
    recordingId,
    removed ? 1 : 0,
  );
}

/** Returns the translations of all recordings that are in the bin, or out of it. */
export function listTranslations(
  db: ReadableDatabase,
  { bin }: { readonly bin: boolean },
): readonly StoredTranscript[] {
  return db.all(
    `SELECT ${COLUMNS} FROM transcript WHERE kind = 'translation' AND removed = 0 AND recording_id IN
       (SELECT id FROM recording WHERE deleted_at IS ${bin ? 'NOT NULL' : 'NULL'}) ORDER BY number`,
  );
}

/** Returns the transcript with this number of rows, or null. */
export function transcriptInNumber(db: ReadableDatabase, number: number): StoredTranscript | null {
  return db.get<StoredTranscript>(`SELECT ${COLUMNS} FROM transcript WHERE number = ?`, number) ?? null;
}

/** Returns the original transcript of a recording, or null. */
export function findOriginal(db: ReadableDatabase, recordingId: RecordingId): StoredTranscript | null {
  const sql = `SELECT ${COLUMNS} FROM transcript WHERE recording_id = ? AND kind = 'original'`;
  return db.get<StoredTranscript>(sql, recordingId) ?? null;
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
  {
    id,
    recordingId,
    language,
    kind,
    name = '',
  }: Omit<TranscriptHead, 'sequence' | 'name'> & { name?: string },
): void {
  db.run(
    'INSERT INTO transcript (id, recording_id, language, kind, name) VALUES (?, ?, ?, ?, ?)',
    id,
    recordingId,
    language,
    kind,
    name,
  );
}

export function setTranscriptName(db: WritableDatabase, number: number, name: string): void {
  db.run('UPDATE transcript SET name = ? WHERE number = ?', name, number);
}

/** Sets a translation aside, or brings it back; its words must be out of the search index, or in it. */
export function setTranscriptRemoved(db: WritableDatabase, number: number, removed: boolean): void {
  db.run('UPDATE transcript SET removed = ? WHERE number = ?', removed ? 1 : 0, number);
}

/** Returns what was kept of how far a translation is, or null; see migration 12. */
export function keptProgress(db: ReadableDatabase, number: number): string | null {
  return (
    db.get<{ progress: string | null }>('SELECT progress FROM transcript WHERE number = ?', number)
      ?.progress ?? null
  );
}

export function keepProgress(db: WritableDatabase, number: number, progress: string): void {
  db.run('UPDATE transcript SET progress = ? WHERE number = ?', progress, number);
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

/** Returns every transcript outside the bin that was not removed, with its language and the title, place and date of its recording. */
export function listTitles(db: ReadableDatabase): readonly TitledTranscript[] {
  return db.all(
    `SELECT number, recording_id AS recordingId, title, place, date, language
     FROM transcript JOIN recording ON recording.id = recording_id WHERE deleted_at IS NULL AND removed = 0`,
  );
}

/** Returns the ids of all transcripts, in the bin too. */
export function listTranscriptIds(db: ReadableDatabase): readonly TranscriptId[] {
  return db.all<{ id: TranscriptId }>('SELECT id FROM transcript ORDER BY number').map(({ id }) => id);
}
