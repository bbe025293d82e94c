import type { HistoryEntry } from '../../shared/ipc/contract.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import type { AppliedDiff } from '../../shared/model/transcript-diff.ts';
import { findEdit, listEdits } from '../database/edit-log.ts';
import type { LibraryAccess } from './app.ts';
import { requireTranscript } from './save-transcript.ts';

const ENTRIES_A_PAGE = 200;

/** Returns up to 200 entries of the edit log from before `before` (null: from the head), newest first. */
export function listHistory(
  { library }: LibraryAccess,
  input: { readonly transcriptId: TranscriptId; readonly before: number | null },
): readonly HistoryEntry[] {
  const { number } = requireTranscript(library, input.transcriptId);
  return listEdits(library, number, input.before ?? Number.MAX_SAFE_INTEGER, ENTRIES_A_PAGE);
}

/** Returns what one entry of the edit log did, or null when there is no such entry. */
export function readLogEntry(
  { library }: LibraryAccess,
  input: { readonly transcriptId: TranscriptId; readonly sequence: number },
): AppliedDiff | null {
  const { number } = requireTranscript(library, input.transcriptId);
  return findEdit(library, number, input.sequence)?.applied ?? null;
}
