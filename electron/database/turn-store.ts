import type { RecordingId, SpeakerId, TurnId } from '../../shared/model/ids.ts';
import { byOrder } from '../../shared/model/transcript-diff.ts';
import {
  type Inline,
  type PlacedTurn,
  type Translates,
  type TurnStatus,
  turnDetails,
  type Voice,
} from '../../shared/model/turn.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';
import { firstRow, lastRow } from './turn-rows.ts';

interface Row {
  readonly row: number;
  readonly transcript: number;
  readonly id: TurnId;
  readonly position: string;
  readonly speakerId: SpeakerId | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly status: TurnStatus;
  readonly content: string;
  readonly editedBy: string | null;
  readonly checkedBy: string | null;
  readonly checkedAt: string | null;
  readonly flagNote: string | null;
  readonly language: string | null;
  readonly voice: Voice | null;
  readonly translates: string | null;
}

const COLUMNS = `row, transcript, id, position, speaker_id AS speakerId, start_ms AS startMs, end_ms AS endMs,
  status, content, edited_by AS editedBy, checked_by AS checkedBy, checked_at AS checkedAt, flag_note AS flagNote,
  language, voice, translates`;

function toTurn(row: Row): PlacedTurn {
  const { id, position, speakerId, startMs, endMs, status, content } = row;
  return {
    id,
    order: position,
    speakerId,
    startMs,
    endMs,
    status,
    content: JSON.parse(content) as readonly Inline[],
    ...turnDetails({
      ...row,
      translates: row.translates === null ? null : (JSON.parse(row.translates) as Translates),
    }),
  };
}

/** A turn and the number of its row, which the search index shares. */
export interface StoredTurn {
  readonly row: number;
  readonly transcript: number;
  readonly turn: PlacedTurn;
}

export function findTurn(db: ReadableDatabase, id: TurnId): StoredTurn | null {
  const row = db.get<Row>(`SELECT ${COLUMNS} FROM turn WHERE id = ?`, id);
  return row ? { row: row.row, transcript: row.transcript, turn: toTurn(row) } : null;
}

export function turnInRow(db: ReadableDatabase, row: number): PlacedTurn | null {
  const found = db.get<Row>(`SELECT ${COLUMNS} FROM turn WHERE row = ?`, row);
  return found ? toTurn(found) : null;
}

/** Returns the turns of a transcript in their order. */
export function listTurns(db: ReadableDatabase, transcript: number): readonly PlacedTurn[] {
  return db
    .all<Row>(
      `SELECT ${COLUMNS} FROM turn WHERE row BETWEEN ? AND ?`,
      firstRow(transcript),
      lastRow(transcript),
    )
    .map(toTurn)
    .sort(byOrder);
}

/** Adds a turn and returns its row. */
export function insertTurn(db: WritableDatabase, transcript: number, turn: PlacedTurn): number {
  const last = db.get<{ row: number | null }>(
    'SELECT max(row) AS row FROM turn WHERE row BETWEEN ? AND ?',
    firstRow(transcript),
    lastRow(transcript),
  );
  const row = last?.row == null ? firstRow(transcript) : last.row + 1;
  db.run(
    `INSERT INTO turn (row, transcript, id, position, speaker_id, start_ms, end_ms, status, content, edited_by,
       checked_by, checked_at, flag_note, language, voice, translates)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row,
    transcript,
    turn.id,
    turn.order,
    turn.speakerId,
    turn.startMs,
    turn.endMs,
    turn.status,
    JSON.stringify(turn.content),
    ...detailColumns(turn),
  );
  return row;
}

/** Writes a turn over the one in `row`. */
export function updateTurn(db: WritableDatabase, row: number, turn: PlacedTurn): void {
  db.run(
    `UPDATE turn SET position = ?, speaker_id = ?, start_ms = ?, end_ms = ?, status = ?, content = ?, edited_by = ?,
       checked_by = ?, checked_at = ?, flag_note = ?, language = ?, voice = ?, translates = ? WHERE row = ?`,
    turn.order,
    turn.speakerId,
    turn.startMs,
    turn.endMs,
    turn.status,
    JSON.stringify(turn.content),
    ...detailColumns(turn),
    row,
  );
}

const detailColumns = (turn: PlacedTurn) => {
  const { editedBy, checkedBy, checkedAt, flagNote, language, voice, translates } = turnDetails(turn);
  return [
    editedBy ?? null,
    checkedBy ?? null,
    checkedAt ?? null,
    flagNote ?? null,
    language ?? null,
    voice ?? null,
    translates ? JSON.stringify(translates) : null,
  ];
};

export function deleteTurn(db: WritableDatabase, row: number): void {
  db.run('DELETE FROM turn WHERE row = ?', row);
}

/** Tells whether a turn of any transcript, in the bin too, names the speaker. */
export function isSpeakerNamed(db: ReadableDatabase, id: SpeakerId): boolean {
  return db.get('SELECT 1 FROM turn WHERE speaker_id = ? LIMIT 1', id) !== undefined;
}

/** Returns the numbers of the transcripts in which turns name the speaker. */
export function transcriptsOfSpeaker(db: ReadableDatabase, id: SpeakerId): readonly number[] {
  return db
    .all<{ transcript: number }>('SELECT DISTINCT transcript FROM turn WHERE speaker_id = ?', id)
    .map(({ transcript }) => transcript);
}

/** Returns in how many recordings out of the bin each speaker is named by turns of any track. */
export function countRecordings(db: ReadableDatabase): { speakerId: SpeakerId; count: number }[] {
  return db.all(
    `SELECT speaker_id AS speakerId, count(DISTINCT recording.id) AS count
     FROM (SELECT DISTINCT speaker_id, transcript FROM turn WHERE speaker_id IS NOT NULL)
     JOIN transcript ON transcript.number = transcript
     JOIN recording ON recording.id = recording_id AND deleted_at IS NULL
     GROUP BY speaker_id`,
  );
}

/** Returns the recordings out of the bin in which these speakers have turns, the newest first. */
export function recordingsOfSpeaker(
  db: ReadableDatabase,
  ids: readonly SpeakerId[],
): { recordingId: RecordingId; title: string; date: string | null; turns: number }[] {
  return db.all(
    `SELECT recording.id AS recordingId, title, date, count(*) AS turns
     FROM turn
     JOIN transcript ON transcript.number = turn.transcript AND kind = 'original'
     JOIN recording ON recording.id = recording_id AND deleted_at IS NULL
     WHERE speaker_id IN (SELECT value FROM json_each(?))
     GROUP BY recording.id ORDER BY coalesce(date, created_at) DESC`,
    JSON.stringify(ids),
  );
}
