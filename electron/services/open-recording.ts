import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import type { Recording } from '../../shared/model/recording.ts';
import { listAnnotations } from '../database/annotation-store.ts';
import { findTake } from '../database/bundle-store.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import { findRecording } from '../database/recording-store.ts';
import { listTranscripts, type StoredTranscript } from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';
import type { App } from './app.ts';
import { smallSoundPath } from './bundles/media-folder.ts';
import { isReadable } from './list-library.ts';

/** Returns a recording with the turns of its original transcript. Throws `not-found`. */
export async function openRecording(
  { library, libraryPath }: Pick<App, 'library' | 'libraryPath'>,
  id: RecordingId,
): Promise<OpenedRecording> {
  const recording = requireRecording(library, id);
  const mediaFound = await isReadable(recording.media.path);
  const transcript = requireOriginal(library, id);
  const { number, headHash, ...head } = transcript;
  const turns = listTurns(library, number);
  const annotations = [...listAnnotations(library, number)];
  const take = findTake(library, number);
  const small = smallSoundPath(libraryPath, recording.media.id);
  const playsSmall = !mediaFound && (await isReadable(small));
  return { recording, mediaFound, playsSmall, transcript: head, turns, annotations, take };
}

/** Throws `not-found`. */
export function requireRecording(db: ReadableDatabase, id: RecordingId): Recording {
  const recording = findRecording(db, id);
  if (!recording) throw new MinberError('not-found', {}, new Error(`no recording ${id}`));
  return recording;
}

/** Returns the original transcript of a recording. Throws `library-damaged` when it has none. */
export function requireOriginal(db: ReadableDatabase, id: RecordingId): StoredTranscript {
  const original = listTranscripts(db, id).find(({ kind }) => kind === 'original');
  if (!original) throw new MinberError('library-damaged', {}, new Error(`recording ${id} has no transcript`));
  return original;
}
