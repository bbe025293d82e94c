import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { MinberError } from '../../../shared/ipc/errors.ts';
import type { MediaId } from '../../../shared/model/ids.ts';
import { listMediaPaths } from '../../database/recording-store.ts';
import { fileFingerprint } from '../../media/fingerprint.ts';
import { syncFolder, temporaryBeside } from '../../media/write-file-atomic.ts';
import type { App } from '../app.ts';
import { fileStem } from '../export-names.ts';
import { isReadable } from '../list-library.ts';
import { mediaFolder, smallSoundPath } from './media-folder.ts';
import { type Bundle, extractMedia } from './read-bundle.ts';
import type { WorkOptions } from './write-bundle.ts';

/** Where the media of a bundle came to lie. */
export interface LandedMedia {
  /** A file, or where one would lie: a bundle may come without. */
  readonly path: string;
  /** Takes away what was written. */
  undo(): Promise<void>;
}

/**
 * Brings the media of a bundle to a file: one that the library has already, else a copy beside the library, checked
 * against the manifest; without media in the bundle, only says where it would lie, and brings a small sound there. Rejects as `readBundle` does, with
 * the system's error, and with the signal's reason; nothing is left behind then.
 */
export async function landMedia(
  { library, libraryPath }: Pick<App, 'library' | 'libraryPath'>,
  bundle: Bundle,
  id: MediaId,
  work: WorkOptions,
): Promise<LandedMedia> {
  const { fingerprint, name, part, small } = bundle.manifest.media;
  for (const path of listMediaPaths(library, fingerprint))
    if (await isReadable(path)) return { path, undo: async () => undefined };
  const folder = join(mediaFolder(libraryPath), id);
  const extension = /^\.[a-z0-9]{1,8}$/.exec(extname(name).toLowerCase())?.[0] ?? '';
  const path = join(folder, `${fileStem(basename(name, extname(name)))}${extension}`);
  const wanted = part ?? small ?? null;
  const landed = part === null ? smallSoundPath(libraryPath, id) : path;
  const undo = async () => {
    await rm(landed, { force: true });
    await rmdir(folder).catch(() => undefined);
    await rmdir(mediaFolder(libraryPath)).catch(() => undefined);
  };
  if (wanted === null) return { path, undo };
  const temporary = temporaryBeside(landed);
  try {
    await mkdir(folder, { recursive: true });
    await extractMedia(bundle, wanted, temporary, work);
    if (part !== null && (await fileFingerprint(temporary)) !== fingerprint)
      throw new MinberError('bundle-unreadable', { name: basename(bundle.path) });
    await rename(temporary, landed);
    await syncFolder(folder);
    return { path, undo };
  } catch (error) {
    await rm(temporary, { force: true });
    await undo();
    work.signal?.throwIfAborted();
    throw error;
  }
}
