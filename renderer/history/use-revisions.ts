import { useEffect, useState } from 'react';
import type { Output } from '../../shared/ipc/contract.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';

export type Revisions = Output<'history.revisions'>;

/** Returns the moments of the open transcript, read anew whenever something was saved or marked; null at first. */
export function useRevisions(): Revisions | null {
  const transcriptId = useSession((state) => state.opened?.transcript.id);
  const version = useSession((state) => state.historyVersion);
  const savedAt = useSession(({ saveState }) => (saveState.kind === 'saved' ? saveState.at : null));
  const [revisions, setRevisions] = useState<Revisions | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version and the time say when to read anew
  useEffect(() => {
    if (transcriptId === undefined) return;
    let current = true;
    call('history.revisions', { transcriptId })
      .then((read) => current && setRevisions(read))
      .catch(tellFailure);
    return () => {
      current = false;
    };
  }, [transcriptId, version, savedAt]);
  return revisions;
}
