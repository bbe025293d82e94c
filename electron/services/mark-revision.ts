import { MinberError } from '../../shared/ipc/errors.ts';
import type { RevisionId, TranscriptId } from '../../shared/model/ids.ts';
import type { RevisionReason } from '../../shared/model/revision.ts';
import { renameRevision as rename } from '../database/revision-store.ts';
import type { LibraryAccess } from './app.ts';
import { noteRevision } from './note-revision.ts';
import { requireTranscript } from './save-transcript.ts';

export interface MarkInput {
  readonly transcriptId: TranscriptId;
  readonly reason: RevisionReason;
  readonly name?: string | undefined;
}

/** Marks what is saved of a transcript as a moment to go back to, in a transaction of its own. Throws `not-found`. */
export function markRevision({ library, now, author }: LibraryAccess, input: MarkInput): void {
  const at = now().toISOString();
  library.write((db) => {
    noteRevision(db, requireTranscript(db, input.transcriptId), {
      reason: input.reason,
      at,
      name: input.name?.trim() ?? '',
      author: author(),
    });
  });
}

/** Gives a revision a name, or takes it away with ''. Throws `not-found`. */
export function renameRevision({ library }: LibraryAccess, id: RevisionId, name: string): void {
  if (!library.write((db) => rename(db, id, name.trim())))
    throw new MinberError('not-found', {}, new Error(`no revision ${id}`));
}
