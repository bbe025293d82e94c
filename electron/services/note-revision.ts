import { newId, type RevisionId } from '../../shared/model/ids.ts';
import type { Revision, RevisionReason } from '../../shared/model/revision.ts';
import { appendNote } from '../database/chain-notes.ts';
import { hashOfTurns } from '../database/edit-log.ts';
import type { WritableDatabase } from '../database/library-database.ts';
import { insertRevision, listRevisions } from '../database/revision-store.ts';
import type { StoredTranscript } from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';

export interface RevisionFacts {
  readonly reason: RevisionReason;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly name?: string;
  readonly author?: string;
}

/**
 * Marks the head of a transcript as a moment to go back to, and chains what the text is there; part of the caller's
 * transaction. Returns the transcript as it stands then: what is written next must build on that. A transcript
 * without any edit is not marked, nor is one moment twice for the same reason and name.
 */
export function noteRevision(
  db: WritableDatabase,
  transcript: StoredTranscript,
  { reason, at, name = '', author = '' }: RevisionFacts,
): StoredTranscript {
  const { number, sequence } = transcript;
  if (sequence === 0) return transcript;
  const isSame = (known: Revision) =>
    known.sequence === sequence && known.reason === reason && known.name === name;
  if (listRevisions(db, number).some(isSame)) return transcript;
  insertRevision(db, number, { id: newId<RevisionId>(), sequence, reason, name, at, author });
  return appendNote(db, transcript, {
    kind: 'revision',
    at,
    body: { text: hashOfTurns(listTurns(db, number)) },
  });
}
