import type { App } from '../services/app.ts';
import { examineMedia } from '../services/examine-media.ts';
import { findMovedMedia } from '../services/find-moved-media.ts';
import { prepareMedia } from '../services/prepare-media.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './dispatch.ts';

/** What this file answers. */
export type MediaChannel =
  | Extract<keyof Handlers, `ffmpeg.${string}`>
  | 'media.examine'
  | 'media.prepare'
  | 'media.findMoved'
  | 'media.jobs'
  | 'media.pause'
  | 'media.stop';

/** Returns the handlers of the contract's part about ffmpeg and what it does for media. */
export function mediaHandlers(app: App, desktop: Desktop): Pick<Handlers, MediaChannel> {
  app.mediaWork.watch({
    jobs: (jobs) => desktop.tell('media-jobs', { jobs: [...jobs] }),
    sound: (mediaId, { first, min, max }) => desktop.tell('media-sound', { mediaId, first, min, max }),
  });
  return {
    'ffmpeg.status': () => app.ffmpeg.status(),
    'ffmpeg.choose': async () => {
      const path = await desktop.chooseProgram();
      return path === null ? null : app.ffmpeg.choose(path);
    },
    'ffmpeg.forget': () => app.ffmpeg.forget(),
    'media.examine': ({ mediaId, refused }) => examineMedia(app, mediaId, refused),
    'media.prepare': ({ mediaId, start }) => prepareMedia(app, mediaId, start),
    'media.findMoved': ({ recordingId }) => findMovedMedia(app, recordingId),
    'media.jobs': () => [...app.mediaWork.jobs],
    'media.pause': ({ mediaId, paused }) => app.mediaWork.pause(mediaId, paused),
    'media.stop': ({ mediaId }) => app.mediaWork.stop(mediaId),
  };
}
