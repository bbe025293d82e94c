import type { Side } from '../../../shared/bundle/merge.ts';
import { MinberError } from '../../../shared/ipc/errors.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Speaker } from '../../../shared/model/speaker.ts';
import { findAnnotation, listKinds, putAnnotation, putKind } from '../../database/annotation-store.ts';
import type { WritableDatabase } from '../../database/library-database.ts';
import { findSpeaker, putSpeaker, removeSpeaker } from '../../database/speaker-store.ts';

/** Adds the speakers whom the library does not have. Those whom only an earlier moment names wait out of sight. */
export function insertSpeakers(db: WritableDatabase, { turns, translations, speakers }: Side): void {
  const spoken = [...turns, ...translations.flatMap((each) => each.turns)];
  const fresh = speakers.filter(({ id }) => findSpeaker(db, id) === null);
  for (const speaker of fresh) putSpeaker(db, { ...speaker, mergedInto: null });
  for (const speaker of fresh) if (speaker.mergedInto) putSpeaker(db, speaker);
  const named = new Set<string>(spoken.flatMap(({ speakerId }) => speakerId ?? []));
  const directory = new Map<string, Speaker>(speakers.map((speaker) => [speaker.id, speaker]));
  for (const id of named) {
    const into = directory.get(id)?.mergedInto;
    if (into) named.add(into);
  }
  for (const { id } of fresh) if (!named.has(id)) removeSpeaker(db, id);
}

/** Adds the kinds of annotations that the library's vocabulary does not have. */
export function insertKinds(db: WritableDatabase, { kinds }: Pick<Side, 'kinds'>): void {
  const known = new Set(listKinds(db).map(({ id }) => id));
  for (const kind of kinds) if (!known.has(kind.id)) putKind(db, kind);
}

/** Writes an annotation of a transcript. Throws `bad-request` for one of another transcript. */
export function insertAnnotation(db: WritableDatabase, transcript: number, annotation: Annotation): void {
  const known = findAnnotation(db, annotation.id);
  if (known && known.transcript !== transcript)
    throw new MinberError('bad-request', {}, new Error(`${annotation.id} is of another transcript`));
  putAnnotation(db, transcript, annotation);
}
