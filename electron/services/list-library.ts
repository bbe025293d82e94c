import { access, constants } from 'node:fs/promises';
import type { RecordingSummary } from '../../shared/ipc/contract.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import { listRecordings } from '../database/recording-store.ts';
import { listTranslations, type StoredTranscript } from '../database/transcript-store.ts';
import type { LibraryAccess } from './app.ts';
import { keptProgressOf } from './translation-progress.ts';

/** Returns the recordings of the library, or of its bin, last changed first. */
export async function listLibrary(
  { library }: LibraryAccess,
  where: { readonly bin: boolean },
): Promise<readonly RecordingSummary[]> {
  const translations = new Map<RecordingId, RecordingSummary['translations'][number][]>();
  const stored = listTranslations(library, where);
  for (const [index, progress] of keptProgressOf(library, stored).entries()) {
    const { id, language, name, recordingId } = stored[index] as StoredTranscript;
    const others = translations.get(recordingId) ?? [];
    translations.set(recordingId, [...others, { id, language, name, progress }]);
  }
  return Promise.all(
    listRecordings(library, where).map(async (recording) => ({
      ...recording,
      translations: translations.get(recording.id) ?? [],
      mediaFound: await isReadable(recording.media.path),
    })),
  );
}

/** Tells whether the file is there and may be read. */
export async function isReadable(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
}
