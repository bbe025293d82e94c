import { useEffect, useState } from 'react';
import type { FoundRecording, SearchFilter } from '../../shared/ipc/contract.ts';
import { call } from '../api/client.ts';
import { tellFailure } from '../ui/toast.tsx';

/** A person narrows the query rather than read on. */
const MOST_RECORDINGS = 200;

/**
 * Returns what the library has of a query as it is typed: the newest at once, older ones as they are found; null
 * without a query.
 */
export function useSearch(query: string, filter: SearchFilter): readonly FoundRecording[] | null {
  const [found, setFound] = useState<readonly FoundRecording[] | null>(null);
  useEffect(() => {
    if (query.trim() === '') {
      setFound(null);
      return;
    }
    let current = true;
    const search = async () => {
      let all: readonly FoundRecording[] = [];
      let before: number | null = null;
      do {
        const page: Awaited<ReturnType<typeof ask>> = await ask(query, filter, before);
        if (!current) return;
        all = merged(all, page.recordings);
        setFound(all);
        before = page.next;
      } while (before !== null && all.length < MOST_RECORDINGS);
    };
    search().catch(tellFailure);
    return () => {
      current = false;
    };
  }, [query, filter]);
  return found;
}

const ask = (query: string, filter: SearchFilter, before: number | null) =>
  call('library.search', { query, filter, before });

/** A recording whose turns lie on both sides of a page's end comes twice. */
function merged(all: readonly FoundRecording[], page: readonly FoundRecording[]): readonly FoundRecording[] {
  const known = new Map(all.map((recording) => [recording.recordingId, recording]));
  for (const recording of page) {
    const before = known.get(recording.recordingId);
    known.set(
      recording.recordingId,
      before ? { ...before, hits: [...before.hits, ...recording.hits] } : recording,
    );
  }
  return [...known.values()];
}
