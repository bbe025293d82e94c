import { generateNKeysBetween } from 'fractional-indexing';
import type { TranscriptDocument } from '../../shared/formats/format.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { adoptAnnotations } from '../../shared/model/adopt-annotations.ts';
import { newId } from '../../shared/model/ids.ts';
import { diffFault } from '../../shared/model/invariants.ts';
import { listKinds, putAnnotation, putKind } from '../database/annotation-store.ts';
import type { WritableDatabase } from '../database/library-database.ts';
import type { StoredTranscript } from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';
import { adoptDocument } from './adopt-speakers.ts';
import { noteRevision } from './note-revision.ts';
import { requireTranscript, writeBatch } from './save-transcript.ts';

/**
 * Puts the turns of a document behind those of a transcript, as one entry of its edit log between two revisions, with speakers as
 * `adoptDocument` finds them; part of the caller's transaction. Throws `bad-request` for turns that break an invariant.
 */
export function appendDocument(
  db: WritableDatabase,
  transcript: StoredTranscript,
  document: TranscriptDocument,
  savedAt: string,
): void {
  const { turns, annotations, newKinds } = adoptAnnotations(
    adoptDocument(db, document),
    document,
    listKinds(db),
  );
  for (const kind of newKinds) putKind(db, kind);
  for (const annotation of annotations) putAnnotation(db, transcript.number, annotation);
  const last = listTurns(db, transcript.number).at(-1)?.order ?? null;
  const places = generateNKeysBetween(last, null, turns.length);
  const put = turns.map((turn, index) => ({ ...turn, order: places[index] ?? '' }));
  const diff = { put, remove: [] };
  const fault = diffFault(diff);
  if (fault) throw new MinberError('bad-request', {}, new Error(fault));
  const marked = noteRevision(db, transcript, { reason: 'before-import', at: savedAt });
  writeBatch(db, marked, { batchId: newId(), savedAt, reason: 'import', diff });
  noteRevision(db, requireTranscript(db, transcript.id), { reason: 'imported', at: savedAt });
}
