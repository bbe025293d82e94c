import { useCallback, useEffect, useState } from 'react';
import type { Output } from '../../shared/ipc/contract.ts';
import type { MediaJob } from '../../shared/ipc/media-contract.ts';
import type { MediaId } from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';

export interface Prepared {
  /** Null until the main process has answered. */
  readonly state: Output<'media.prepare'> | null;
  /** The work on the medium in the background, or its failure. */
  readonly job: MediaJob | null;
  readonly start: () => void;
}

/** How the medium that is open stands: what it lacks is seen to once, and asked again whenever work on it has ended. */
export function usePrepared(mediaId: MediaId): Prepared {
  const [state, setState] = useState<Prepared['state']>(null);
  const job = useSession(({ mediaJobs }) => mediaJobs.find((each) => each.mediaId === mediaId)) ?? null;
  const isBusy = job !== null && job.state !== 'failed';
  const ask = useCallback(
    (start: boolean) => {
      let isCurrent = true;
      call('media.prepare', { mediaId, start })
        .then((told) => isCurrent && setState(told))
        .catch(tellFailure);
      return () => {
        isCurrent = false;
      };
    },
    [mediaId],
  );
  useEffect(() => ask(true), [ask]);
  useEffect(() => (isBusy ? undefined : ask(false)), [ask, isBusy]);
  const start = useCallback(() => void ask(true), [ask]);
  return { state, job, start };
}
