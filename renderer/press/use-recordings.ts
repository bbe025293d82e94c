import { useEffect, useState } from 'react';
import type { RecordingSummary } from '../../shared/ipc/contract.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';

/** Returns the recordings of the library, newest first; null until they are read. */
export function useRecordings(): readonly RecordingSummary[] | null {
  const version = useSession((state) => state.libraryVersion);
  const [recordings, setRecordings] = useState<readonly RecordingSummary[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to read anew
  useEffect(() => {
    let current = true;
    call('library.list', { bin: false }).then((list) => current && setRecordings(list), tellFailure);
    return () => {
      current = false;
    };
  }, [version]);
  return recordings;
}
