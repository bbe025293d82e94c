import type { Peaks } from '../../shared/audio/peaks.ts';
import type { MediaId } from '../../shared/model/ids.ts';
import type { MediaSetup } from '../../shared/model/media-setup.ts';
import { findMediaSetup } from '../database/media-setup-store.ts';
import type { App } from './app.ts';

/** What an opened medium is like: how it is played, whether it can be by now, and whether it is being worked on. */
export interface PreparedMedia {
  readonly setup: MediaSetup;
  readonly working: boolean;
  readonly playable: boolean;
  readonly needsFfmpeg: boolean;
  /** The envelope as far as it has been read. */
  readonly sound: Peaks | null;
}

/** Says how a medium of the library stands, and with `start` sees to what it lacks, as far as ffmpeg is there. */
export async function prepareMedia(
  app: Pick<App, 'library' | 'mediaWork' | 'mediaPath' | 'ffmpeg'>,
  id: MediaId,
  start: boolean,
): Promise<PreparedMedia> {
  if (start) await app.mediaWork.prepare(id);
  const job = app.mediaWork.jobs.find(({ mediaId }) => mediaId === id);
  const playable = app.mediaPath(id) !== null;
  return {
    setup: findMediaSetup(app.library, id),
    working: job !== undefined && job.state !== 'failed',
    playable,
    needsFfmpeg: !playable && (await app.ffmpeg.find()) === null,
    sound: app.mediaWork.soundOf(id),
  };
}
