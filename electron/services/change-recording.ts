import type { RecordingId } from '../../shared/model/ids.ts';
import type { Recording } from '../../shared/model/recording.ts';
import {
  destroyRecording as deleteRows,
  isFingerprintUsed,
  putRecording,
} from '../database/recording-store.ts';
import { unindexTranscript } from '../database/search-index.ts';
import { listTranscripts } from '../database/transcript-store.ts';
import type { App, LibraryAccess } from './app.ts';
import { forgetSmallSound } from './bundles/small-sound.ts';
import { requireRecording } from './open-recording.ts';

export type RecordingChange = {
  readonly [K in 'title' | 'date' | 'place' | 'languages']?: Recording[K] | undefined;
};

/** Changes the parts given and returns the recording as it is then. Throws `not-found`. */
export function changeRecording(
  { library, now }: LibraryAccess,
  id: RecordingId,
  change: RecordingChange,
): Recording {
  return library.write((db) => {
    const before = requireRecording(db, id);
    const after: Recording = {
      ...before,
      title: change.title ?? before.title,
      date: change.date === undefined ? before.date : change.date,
      place: change.place ?? before.place,
      languages: change.languages ?? before.languages,
      updatedAt: now().toISOString(),
    };
    putRecording(db, after);
    return after;
  });
}

/** Puts a recording into the bin, with everything that belongs to it. Throws `not-found`. */
export function removeRecording({ library, now }: LibraryAccess, id: RecordingId): void {
  library.write((db) => putRecording(db, { ...requireRecording(db, id), deletedAt: now().toISOString() }));
}

/** Takes a recording out of the bin. Throws `not-found`. */
export function restoreRecording({ library }: LibraryAccess, id: RecordingId): void {
  library.write((db) => putRecording(db, { ...requireRecording(db, id), deletedAt: null }));
}

/**
 * Removes a recording for good, with its transcripts and edit logs; the media file itself is never touched.
 * Throws `not-found`.
 */
export async function destroyRecording(
  { library, libraryPath, analyses, proxies }: Pick<App, 'library' | 'libraryPath' | 'analyses' | 'proxies'>,
  id: RecordingId,
): Promise<void> {
  const { id: mediaId, fingerprint } = library.write((db) => {
    const { media } = requireRecording(db, id);
    for (const { number } of listTranscripts(db, id, { removed: true })) unindexTranscript(db, number);
    deleteRows(db, id);
    return media;
  });
  await forgetSmallSound(libraryPath, mediaId);
  if (!isFingerprintUsed(library, fingerprint))
    await Promise.all([analyses.forget(fingerprint), proxies.forget(fingerprint)]);
}
