import { compareTurns, type TurnChange } from '../../shared/history/compare-turns.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import type { LibraryAccess } from './app.ts';
import { transcriptAt } from './restore-transcript.ts';
import { requireTranscript } from './save-transcript.ts';

/**
 * Returns what differs between the text at two moments, in the order of the text; `to` null is what is saved now.
 * Throws as `transcriptAt`.
 */
export function compareRevisions(
  { library }: LibraryAccess,
  input: { readonly transcriptId: TranscriptId; readonly from: number; readonly to: number | null },
): readonly TurnChange[] {
  const transcript = requireTranscript(library, input.transcriptId);
  const before = transcriptAt(library, transcript, input.from);
  return compareTurns(before, transcriptAt(library, transcript, input.to ?? transcript.sequence));
}
