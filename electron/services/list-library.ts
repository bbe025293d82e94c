import { access, constants } from 'node:fs/promises';
import type { RecordingSummary } from '../../shared/ipc/contract.ts';
import { listRecordings } from '../database/recording-store.ts';
import type { LibraryAccess } from './app.ts';

/** Returns the recordings of the library, or of its bin, last changed first. */
export async function listLibrary(
  { library }: LibraryAccess,
  where: { readonly bin: boolean },
): Promise<readonly RecordingSummary[]> {
  return Promise.all(
    listRecordings(library, where).map(async (recording) => ({
      ...recording,
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
