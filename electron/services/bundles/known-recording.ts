import type { Manifest } from '../../../shared/bundle/manifest.ts';
import type { Recording } from '../../../shared/model/recording.ts';
import type { ReadableDatabase } from '../../database/library-database.ts';
import { findRecording } from '../../database/recording-store.ts';
import { findTranscript } from '../../database/transcript-store.ts';

/** Returns the recording of the library, in the bin or out of it, that a bundle is about; null for a new one. */
export function knownRecording(
  db: ReadableDatabase,
  { recording, transcript }: Pick<Manifest, 'recording' | 'transcript'>,
): Recording | null {
  const known = findTranscript(db, transcript.id);
  return findRecording(db, known?.recordingId ?? recording.id);
}
