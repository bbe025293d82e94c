import type { MediaId, RecordingId } from '../../shared/model/ids.ts';
import type { Media, Recording } from '../../shared/model/recording.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';
import type { TranscriptTotals } from './transcript-store.ts';

interface Row {
  readonly id: RecordingId;
  readonly title: string;
  readonly date: string | null;
  readonly place: string;
  readonly languages: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
  readonly mediaId: MediaId;
  readonly path: string;
  readonly bytes: number;
  readonly fingerprint: string;
  readonly sha256: string | null;
  readonly durationMs: number;
  readonly container: string;
  readonly audioCodec: string | null;
  readonly videoCodec: string | null;
  readonly frameRate: number | null;
  readonly width: number | null;
  readonly height: number | null;
}

const COLUMNS = `
  recording.id, title, date, place, languages, created_at AS createdAt, updated_at AS updatedAt,
  deleted_at AS deletedAt, media.id AS mediaId, path, bytes, fingerprint, sha256, duration_ms AS durationMs,
  container, audio_codec AS audioCodec, video_codec AS videoCodec, frame_rate AS frameRate, width, height`;
const FROM = 'FROM recording JOIN media ON media.recording_id = recording.id';

function toRecording(row: Row): Recording {
  const { id, title, date, place, languages, createdAt, updatedAt, deletedAt } = row;
  const { mediaId, path, bytes, fingerprint, sha256, durationMs, container } = row;
  const { audioCodec, videoCodec, frameRate, width, height } = row;
  return {
    id,
    title,
    date,
    place,
    languages: JSON.parse(languages) as string[],
    createdAt,
    updatedAt,
    deletedAt,
    media: {
      id: mediaId,
      path,
      bytes,
      fingerprint,
      sha256,
      durationMs,
      container,
      audioCodec,
      videoCodec,
      frameRate,
      width,
      height,
    },
  };
}

/** Returns null when there is no such recording; one in the bin is returned. */
export function findRecording(db: ReadableDatabase, id: RecordingId): Recording | null {
  const row = db.get<Row>(`SELECT ${COLUMNS} ${FROM} WHERE recording.id = ?`, id);
  return row ? toRecording(row) : null;
}

/** Returns the recordings of the library or of its bin, last changed first, with the totals of their originals. */
export function listRecordings(
  db: ReadableDatabase,
  where: { readonly bin: boolean },
): readonly (Recording & TranscriptTotals)[] {
  const rows = db.all<Row & TranscriptTotals>(
    `SELECT ${COLUMNS}, turn_count AS turnCount, checked_count AS checkedCount, flagged_count AS flaggedCount,
       word_count AS wordCount, transcribed_ms AS transcribedMs
     ${FROM} JOIN transcript ON transcript.recording_id = recording.id AND kind = 'original'
     WHERE deleted_at IS ${where.bin ? 'NOT NULL' : 'NULL'}
     ORDER BY updated_at DESC, recording.id`,
  );
  return rows.map((row) => ({
    ...toRecording(row),
    turnCount: row.turnCount,
    checkedCount: row.checkedCount,
    flaggedCount: row.flaggedCount,
    wordCount: row.wordCount,
    transcribedMs: row.transcribedMs,
  }));
}

/** Returns a recording outside the bin whose media has this fingerprint, or null. */
export function findRecordingByFingerprint(db: ReadableDatabase, fingerprint: string): RecordingId | null {
  const row = db.get<{ id: RecordingId }>(
    `SELECT recording.id ${FROM} WHERE fingerprint = ? AND deleted_at IS NULL ORDER BY created_at DESC LIMIT 1`,
    fingerprint,
  );
  return row?.id ?? null;
}

/** Writes a recording and its media, new or changed. */
export function putRecording(db: WritableDatabase, recording: Recording): void {
  const { id, title, date, place, languages, createdAt, updatedAt, deletedAt, media } = recording;
  db.run(
    `INSERT INTO recording (id, title, date, place, languages, created_at, updated_at, deleted_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, date = excluded.date, place = excluded.place,
       languages = excluded.languages, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at`,
    id,
    title,
    date,
    place,
    JSON.stringify(languages),
    createdAt,
    updatedAt,
    deletedAt,
  );
  putMedia(db, id, media);
}

function putMedia(db: WritableDatabase, recordingId: RecordingId, media: Media): void {
  db.run('DELETE FROM media WHERE recording_id = ? AND id <> ?', recordingId, media.id);
  db.run(
    `INSERT INTO media (id, recording_id, path, bytes, fingerprint, sha256, duration_ms, container, audio_codec,
       video_codec, frame_rate, width, height)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET path = excluded.path, sha256 = excluded.sha256`,
    media.id,
    recordingId,
    media.path,
    media.bytes,
    media.fingerprint,
    media.sha256,
    media.durationMs,
    media.container,
    media.audioCodec,
    media.videoCodec,
    media.frameRate,
    media.width,
    media.height,
  );
}

/** Notes that the transcript of a recording has changed. */
export function touchRecording(db: WritableDatabase, id: RecordingId, updatedAt: string): void {
  db.run('UPDATE recording SET updated_at = ? WHERE id = ?', updatedAt, id);
}

/** Removes a recording with its media, transcripts and edit logs. Its words must be out of the search index. */
export function destroyRecording(db: WritableDatabase, id: RecordingId): void {
  db.run('DELETE FROM recording WHERE id = ?', id);
}

/** Returns the fingerprint of a medium of the library, or null. */
export function mediaFingerprint(db: ReadableDatabase, id: MediaId): string | null {
  const row = db.get<{ fingerprint: string }>('SELECT fingerprint FROM media WHERE id = ?', id);
  return row?.fingerprint ?? null;
}

/** Returns where the library has media of this fingerprint, latest first. */
export function listMediaPaths(db: ReadableDatabase, fingerprint: string): readonly string[] {
  return db
    .all<{ path: string }>('SELECT path FROM media WHERE fingerprint = ? ORDER BY rowid DESC', fingerprint)
    .map(({ path }) => path);
}

/** Returns the paths of the media that the library has, those of the latest recordings first. */
export function listRecentPaths(db: ReadableDatabase): readonly string[] {
  return db
    .all<{ path: string }>('SELECT path FROM media ORDER BY rowid DESC LIMIT 200')
    .map(({ path }) => path);
}

export function isMediaKnown(db: ReadableDatabase, id: string): boolean {
  return db.get('SELECT 1 FROM media WHERE id = ?', id) !== undefined;
}

export function isFingerprintUsed(db: ReadableDatabase, fingerprint: string): boolean {
  return db.get('SELECT 1 FROM media WHERE fingerprint = ? LIMIT 1', fingerprint) !== undefined;
}

/** Returns the media whose file has not been read whole yet, newest first. */
export function listUnhashedMedia(db: ReadableDatabase): readonly { id: MediaId; path: string }[] {
  return db.all('SELECT id, path FROM media WHERE sha256 IS NULL ORDER BY rowid DESC');
}

/** Returns a medium of the library with the recording that it belongs to, or null. */
export function findMedia(
  db: ReadableDatabase,
  id: string,
): (Pick<Media, 'path' | 'fingerprint' | 'durationMs'> & { readonly recordingId: RecordingId }) | null {
  const row = db.get<
    Pick<Media, 'path' | 'fingerprint' | 'durationMs'> & { readonly recordingId: RecordingId }
  >(
    `SELECT path, fingerprint, duration_ms AS durationMs, recording_id AS recordingId FROM media WHERE id = ?`,
    id,
  );
  return row ?? null;
}

export function setMediaDuration(db: WritableDatabase, id: MediaId, durationMs: number): void {
  db.run('UPDATE media SET duration_ms = ? WHERE id = ?', durationMs, id);
}

export function setMediaSha256(db: WritableDatabase, id: MediaId, sha256: string): void {
  db.run('UPDATE media SET sha256 = ? WHERE id = ?', sha256, id);
}

/** Tells whether the library has any recording, in the bin or out of it. */
export function hasRecordings(db: ReadableDatabase): boolean {
  return db.get('SELECT 1 FROM recording LIMIT 1') !== undefined;
}
