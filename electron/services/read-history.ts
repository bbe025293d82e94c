import type { HistoryEntry } from '../../shared/ipc/contract.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import type { Revision } from '../../shared/model/revision.ts';
import type { AppliedDiff } from '../../shared/model/transcript-diff.ts';
import { listMerges } from '../database/bundle-store.ts';
import { findEdit, listEdits, savedTime } from '../database/edit-log.ts';
import { listRevisions as revisionsOf } from '../database/revision-store.ts';
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

/** What an entry did, the sequence that it built on, and whether it is, or holds, that of a merge. */
export type LogEntry = AppliedDiff & { readonly base: number; readonly merged: boolean };

/** Returns the entry of the edit log that led to `sequence`, or null when there is no such entry. */
export function readLogEntry(
  { library }: LibraryAccess,
  input: { readonly transcriptId: TranscriptId; readonly sequence: number },
): LogEntry | null {
  const { number } = requireTranscript(library, input.transcriptId);
  const edit = findEdit(library, number, input.sequence);
  if (!edit) return null;
  const base = (edit.first ?? edit.sequence) - 1;
  const merged = listMerges(library, number, { base, sequence: edit.sequence }).length > 0;
  return { ...edit.applied, base, merged };
}

/** Returns the moments of a transcript that can be gone back to, newest first, and where it stands now. */
export function listRevisions(
  { library }: LibraryAccess,
  transcriptId: TranscriptId,
): { readonly revisions: readonly Revision[]; readonly sequence: number; readonly savedAt: string | null } {
  const { number, sequence } = requireTranscript(library, transcriptId);
  const savedAt = savedTime(library, number, sequence);
  return { revisions: revisionsOf(library, number), sequence, savedAt };
}
