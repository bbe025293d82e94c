import { dirname } from 'node:path';
import type { RecordingId } from '../../shared/model/ids.ts';
import type { Recording } from '../../shared/model/recording.ts';
import { listRecentPaths, putRecording } from '../database/recording-store.ts';
import { fileFingerprint } from '../media/fingerprint.ts';
import { likelyFiles } from '../media/likely-places.ts';
import type { App } from './app.ts';
import { requireRecording } from './open-recording.ts';

/** `disks`: the roots of other disks, for tests. */
interface Where {
  readonly disks?: readonly string[];
}

/**
 * Looks for the file of a recording, which is not where it was, in the likely places, and points the recording at it: a
 * file is taken by its content alone. Returns the recording as it is then, null when nothing was found. Throws
 * `not-found`.
 */
export async function findMovedMedia(
  { library, now }: Pick<App, 'library' | 'now'>,
  id: RecordingId,
  where: Where = {},
): Promise<Recording | null> {
  const { media } = requireRecording(library, id);
  const recentFolders = [...new Set(listRecentPaths(library).map(dirname))];
  for await (const path of likelyFiles({ path: media.path, bytes: media.bytes, recentFolders, ...where })) {
    const fingerprint = await fileFingerprint(path).catch(() => null);
    if (fingerprint !== media.fingerprint) continue;
    return library.write((db) => {
      const before = requireRecording(db, id);
      const after = { ...before, updatedAt: now().toISOString(), media: { ...before.media, path } };
      putRecording(db, after);
      return after;
    });
  }
  return null;
}
