import { existsSync } from 'node:fs';
import { mkdtemp, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Output } from '../../../shared/ipc/contract.ts';
import { MinberError } from '../../../shared/ipc/errors.ts';
import type { MediaId, RecordingId } from '../../../shared/model/ids.ts';
import type { Media } from '../../../shared/model/recording.ts';
import { FfmpegFailure } from '../../media/ffmpeg.ts';
import { makeSmallSound, smallSoundBytes } from '../../media/small-sound.ts';
import type { App } from '../app.ts';
import { isReadable } from '../list-library.ts';
import { requireRecording } from '../open-recording.ts';
import { smallSoundPath } from './media-folder.ts';
import type { WorkOptions } from './write-bundle.ts';

/** A file with the small sound of a recording. */
export interface SmallSound {
  readonly path: string;
  readonly bytes: number;
}

/** Returns the file that is played for a medium: the original, or where that is not there a small sound that came. */
export function playedPath(libraryPath: string, id: MediaId, original: string): string {
  const small = smallSoundPath(libraryPath, id);
  return !existsSync(original) && existsSync(small) ? small : original;
}

/** Says whether a small sound can go with a recording, how large it is (about, before it is made), or why it cannot. */
export async function askSmallSound(
  { library, libraryPath, ffmpeg }: Pick<App, 'library' | 'libraryPath' | 'ffmpeg'>,
  recordingId: RecordingId,
): Promise<Output<'bundle.smallSound'>> {
  const { media } = requireRecording(library, recordingId);
  if (await isReadable(media.path)) {
    const found = await ffmpeg.find();
    return { bytes: smallSoundBytes(media.durationMs), missing: found ? null : 'ffmpeg' };
  }
  const kept = await stat(smallSoundPath(libraryPath, media.id)).catch(() => null);
  return kept ? { bytes: kept.size, missing: null } : { bytes: 0, missing: 'media' };
}

/**
 * Makes the small sound of a medium for as long as `use` takes; one that came in a bundle is used as it is. Rejects with
 * `file-missing`, `ffmpeg-missing`, `ffmpeg-failed`, with the signal's reason when stopped, and as `use` does.
 */
export async function withSmallSound<T>(
  { libraryPath, ffmpeg }: Pick<App, 'libraryPath' | 'ffmpeg'>,
  { id, path, durationMs }: Media,
  { signal, onProgress }: WorkOptions,
  use: (small: SmallSound) => Promise<T>,
): Promise<T> {
  const name = basename(path);
  if (!(await isReadable(path))) {
    const kept = smallSoundPath(libraryPath, id);
    const facts = await stat(kept).catch((error: unknown) => {
      throw new MinberError('file-missing', { name }, error);
    });
    return use({ path: kept, bytes: facts.size });
  }
  const tools = await ffmpeg.require(name);
  const folder = await mkdtemp(join(tmpdir(), 'minber-sound-'));
  try {
    const small = join(folder, 'small.webm');
    const onTime = (outMs: number) => onProgress?.(Math.min(1, outMs / Math.max(1, durationMs)));
    await makeSmallSound(tools, path, small, { signal, onTime }).catch((error: unknown) => {
      throw error instanceof FfmpegFailure ? new MinberError('ffmpeg-failed', { name }, error) : error;
    });
    return await use({ path: small, bytes: (await stat(small)).size });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the small sound of a medium that is no longer in the library. */
export async function forgetSmallSound(libraryPath: string, id: MediaId): Promise<void> {
  const path = smallSoundPath(libraryPath, id);
  await rm(path, { force: true });
  await rmdir(dirname(path)).catch(() => undefined);
}
