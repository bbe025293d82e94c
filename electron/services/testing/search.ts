import type { SearchFilter } from '../../../shared/ipc/contract.ts';
import type { RecordingId } from '../../../shared/model/ids.ts';
import type { LibraryAccess } from '../app.ts';
import { searchLibrary } from '../search/search-library.ts';

export const NO_FILTER: SearchFilter = { speakerId: null, from: null, to: null, kindId: null, status: null };

/** Returns the recordings in which a query is found, page after page, each once. */
export function foundRecordings(
  access: Pick<LibraryAccess, 'library'>,
  query: string,
  filter: Partial<SearchFilter> = {},
): readonly RecordingId[] {
  const found = new Set<RecordingId>();
  let before: number | null = null;
  do {
    const page: ReturnType<typeof searchLibrary> = searchLibrary(access, {
      query,
      filter: { ...NO_FILTER, ...filter },
      before,
    });
    for (const { recordingId } of page.recordings) found.add(recordingId);
    before = page.next;
  } while (before !== null);
  return [...found];
}
