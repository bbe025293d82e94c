import type { MediaId } from '../../shared/model/ids.ts';
import { listUnhashedMedia, setMediaSha256 } from '../database/recording-store.ts';
import { fileSha256 } from '../media/fingerprint.ts';
import type { LibraryAccess } from './app.ts';
import type { Logger } from './logger.ts';

/** Reads media whole, one after the other, for their SHA-256. */
export interface MediaHashing {
  /** Looks for media without a hash, now or as soon as those at hand are done. */
  wake(): void;
  /** Resolves when there is nothing to do. */
  settled(): Promise<void>;
  /** Gives up the file at hand for the next run; resolves when it has been let go. */
  stop(): Promise<void>;
}

export function createMediaHashing(access: LibraryAccess, logger: Logger): MediaHashing {
  const stopper = new AbortController();
  const failed = new Set<MediaId>();
  let work: Promise<void> = Promise.resolve();

  const hashAll = async () => {
    while (!stopper.signal.aborted) {
      const next = listUnhashedMedia(access.library).find(({ id }) => !failed.has(id));
      if (!next) return;
      try {
        const sha256 = await fileSha256(next.path, stopper.signal);
        access.library.write((db) => setMediaSha256(db, next.id, sha256));
      } catch (error) {
        failed.add(next.id);
        if (!stopper.signal.aborted) logger.warn(`media ${next.id} could not be hashed`, error);
      }
    }
  };

  return {
    wake: () => {
      work = work.then(hashAll);
    },
    settled: () => work,
    stop: () => {
      stopper.abort();
      return work;
    },
  };
}
