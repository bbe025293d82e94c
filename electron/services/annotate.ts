import { MinberError } from '../../shared/ipc/errors.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import {
  findAnnotation,
  listKinds,
  listAnnotations as listRows,
  putAnnotation as putRow,
} from '../database/annotation-store.ts';
import type { LibraryAccess } from './app.ts';
import { noteAnchors } from './note-anchors.ts';
import { requireTranscript } from './save-transcript.ts';

/** Returns the annotations of a transcript, removed ones included. Throws `not-found`. */
export function listAnnotations({ library }: LibraryAccess, id: TranscriptId): readonly Annotation[] {
  return listRows(library, requireTranscript(library, id).number);
}

/**
 * Writes an annotation, new or changed, and returns it as it is then. Who made it and when do not change, nor do its
 * words and moment, which follow the text. Throws `not-found` for an unknown transcript, `bad-request` for an unknown
 * kind or an annotation of another transcript.
 */
export function putAnnotation(
  { library }: LibraryAccess,
  { transcriptId, annotation }: { readonly transcriptId: TranscriptId; readonly annotation: Annotation },
): Annotation {
  return library.write((db) => {
    const { number } = requireTranscript(db, transcriptId);
    if (!listKinds(db).some(({ id }) => id === annotation.kindId))
      throw new MinberError('bad-request', {}, new Error(`no kind ${annotation.kindId}`));
    const known = findAnnotation(db, annotation.id);
    if (known && known.transcript !== number)
      throw new MinberError('bad-request', {}, new Error(`${annotation.id} is of another transcript`));
    putRow(
      db,
      number,
      known ? { ...annotation, words: known.annotation.words, atMs: known.annotation.atMs } : annotation,
    );
    if (!known) noteAnchors(db, [annotation.id]);
    return findAnnotation(db, annotation.id)?.annotation ?? annotation;
  });
}
