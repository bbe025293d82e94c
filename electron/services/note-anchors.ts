import { anchorsIn } from '../../shared/model/anchors.ts';
import { rememberedWords } from '../../shared/model/annotation.ts';
import type { AnnotationId } from '../../shared/model/ids.ts';
import { byOrder } from '../../shared/model/transcript-diff.ts';
import { anchorRows, findAnnotation, putAnnotation } from '../database/annotation-store.ts';
import type { WritableDatabase } from '../database/library-database.ts';
import { turnInRow } from '../database/turn-store.ts';

/** Brings the words and moments of annotations up to the text that they stand on now; part of the caller's transaction. */
export function noteAnchors(db: WritableDatabase, ids: Iterable<AnnotationId>): void {
  for (const id of ids) {
    const found = findAnnotation(db, id);
    if (!found || found.annotation.span) continue;
    const turns = anchorRows(db, id).flatMap((row) => turnInRow(db, row) ?? []);
    const anchors = [...turns]
      .sort(byOrder)
      .flatMap((turn) => anchorsIn(turn).filter((anchor) => anchor.id === id));
    const [first] = anchors;
    if (!first) continue;
    const { annotation, transcript } = found;
    const words = rememberedWords(annotation.words, anchors.map((anchor) => anchor.words).join(' '));
    const atMs = first.startMs ?? annotation.atMs;
    if (words !== annotation.words || atMs !== annotation.atMs)
      putAnnotation(db, transcript, { ...annotation, words, atMs });
  }
}
