import type { MediaId } from '../../shared/model/ids.ts';
import { type MediaSetup, NO_SETUP } from '../../shared/model/media-setup.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

type Row = Omit<MediaSetup, 'isPending'> & { readonly isPending: number };

const COLUMNS = `proxy, track, channel, timecode, started_at AS startedAt, loudness_lufs AS loudnessLufs,
  is_pending AS isPending`;

/** Returns how a medium is played: as it lies there when nothing is written about it. */
export function findMediaSetup(db: ReadableDatabase, id: string): MediaSetup {
  const row = db.get<Row>(`SELECT ${COLUMNS} FROM media_setup WHERE media_id = ?`, id);
  return row ? { ...row, isPending: row.isPending === 1 } : NO_SETUP;
}

/** Writes the parts given; the others stay as they are. */
export function changeMediaSetup(db: WritableDatabase, id: MediaId, change: Partial<MediaSetup>): void {
  const setup = { ...findMediaSetup(db, id), ...change };
  db.run(
    `INSERT INTO media_setup (media_id, proxy, track, channel, timecode, started_at, loudness_lufs, is_pending)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (media_id) DO UPDATE SET proxy = excluded.proxy, track = excluded.track,
       channel = excluded.channel, timecode = excluded.timecode, started_at = excluded.started_at,
       loudness_lufs = excluded.loudness_lufs, is_pending = excluded.is_pending`,
    id,
    setup.proxy,
    setup.track,
    setup.channel,
    setup.timecode,
    setup.startedAt,
    setup.loudnessLufs,
    setup.isPending ? 1 : 0,
  );
}

/** Returns the media outside the bin whose analysis was begun and not finished, newest first. */
export function listPendingMedia(db: ReadableDatabase): readonly MediaId[] {
  return db
    .all<{ id: MediaId }>(
      `SELECT media.id FROM media JOIN media_setup ON media_id = media.id
       JOIN recording ON recording.id = recording_id
       WHERE is_pending = 1 AND deleted_at IS NULL ORDER BY media.rowid DESC`,
    )
    .map(({ id }) => id);
}
