import type { MediaJob } from '../../shared/ipc/media-contract.ts';
import { call } from '../api/client.ts';
import { tellFailure } from '../ui/toast.tsx';

/** Lets the background work on a medium rest, or go on. */
export function pauseJob({ mediaId }: MediaJob, paused: boolean): void {
  call('media.pause', { mediaId, paused }).catch(tellFailure);
}

/** Gives up the background work on a medium, or takes its failure off the list. */
export function stopJob({ mediaId }: MediaJob): void {
  call('media.stop', { mediaId }).catch(tellFailure);
}
