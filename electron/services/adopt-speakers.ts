import type { TranscriptDocument } from '../../shared/formats/format.ts';
import { newId, type SpeakerId, type TurnId } from '../../shared/model/ids.ts';
import { namesOf, resolveSpeaker, type Speaker } from '../../shared/model/speaker.ts';
import type { Turn } from '../../shared/model/turn.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/library-database.ts';
import { putPortraits } from '../database/portrait-store.ts';
import { listSpeakers, putSpeaker } from '../database/speaker-store.ts';

/** A speaker of a file, and the one of the library who may be meant; null for somebody new. */
export interface ProposedSpeaker {
  readonly speaker: Speaker;
  readonly known: SpeakerId | null;
}

/**
 * Says who the speakers of a document are: the one of the library with the same id, else the one that has exactly the
 * same name in any language or script, merges followed. Writes nothing.
 */
export function proposeSpeakers(
  db: ReadableDatabase,
  { speakers }: Pick<TranscriptDocument, 'speakers'>,
): readonly ProposedSpeaker[] {
  const directory = new Map(listSpeakers(db).map((known) => [known.id, known]));
  const byName = new Map<string, SpeakerId>();
  for (const known of directory.values())
    for (const name of namesOf(known)) if (!byName.has(name)) byName.set(name, known.id);
  return speakers.map((speaker) => {
    const sameName = namesOf(speaker).flatMap((name) => byName.get(name) ?? [])[0];
    const known = directory.has(speaker.id) ? speaker.id : (sameName ?? null);
    return { speaker, known: resolveSpeaker(directory, known)?.id ?? null };
  });
}

/** Returns a document's turns under new ids, naming speakers of the library; who is new there is added. */
export function adoptDocument(db: WritableDatabase, document: TranscriptDocument): readonly Turn[] {
  putPortraits(db, document.portraits ?? []);
  const standIns = new Map<SpeakerId, SpeakerId>();
  for (const { speaker, known } of proposeSpeakers(db, document)) {
    if (known === null) putSpeaker(db, speaker);
    standIns.set(speaker.id, known ?? speaker.id);
  }
  return document.turns.map((turn) => ({
    ...turn,
    id: newId<TurnId>(),
    speakerId: (turn.speakerId && standIns.get(turn.speakerId)) ?? null,
  }));
}
