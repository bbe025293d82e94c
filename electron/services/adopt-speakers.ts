import type { TranscriptDocument } from '../../shared/formats/format.ts';
import { newId, type SpeakerId, type TurnId } from '../../shared/model/ids.ts';
import { resolveSpeaker, type Speaker } from '../../shared/model/speaker.ts';
import type { Turn } from '../../shared/model/turn.ts';
import type { WritableDatabase } from '../database/library-database.ts';
import { listSpeakers, putSpeaker } from '../database/speaker-store.ts';
import type { LibraryAccess } from './app.ts';
import type { TranscriptFile } from './read-transcript-file.ts';

export interface Adopted {
  /** The turns under new ids, naming speakers of the library. */
  readonly turns: readonly Turn[];
  /** Those whom the turns may name. */
  readonly speakers: readonly Speaker[];
}

/**
 * Takes a document's turns into the library's terms. A speaker is the one of the library with its id, else the one
 * that has its exact name in any language; who is not there yet is added to the directory.
 */
export function adoptDocument(db: WritableDatabase, document: TranscriptDocument): Adopted {
  const directory = listSpeakers(db);
  const standIns = new Map<SpeakerId, Speaker>();
  for (const speaker of document.speakers) {
    const known = findKnown(directory, speaker);
    if (!known) putSpeaker(db, speaker);
    standIns.set(speaker.id, known ?? speaker);
  }
  return {
    turns: document.turns.map((turn) => ({
      ...turn,
      id: newId<TurnId>(),
      speakerId: (turn.speakerId && standIns.get(turn.speakerId)?.id) ?? null,
    })),
    speakers: [...new Set(standIns.values())],
  };
}

/** Takes what was found in a file into the library's terms; nothing readable gives no turns. */
export function adoptFile(
  { library }: LibraryAccess,
  { document, warnings }: TranscriptFile,
): Adopted & Pick<TranscriptFile, 'warnings'> {
  if (!document || document.turns.length === 0) return { turns: [], speakers: [], warnings };
  return { ...library.write((db) => adoptDocument(db, document)), warnings };
}

function findKnown(directory: readonly Speaker[], speaker: Speaker): Speaker | null {
  const byId = new Map(directory.map((known) => [known.id, known]));
  const names = namesOf(speaker);
  const known =
    byId.get(speaker.id) ?? directory.find((other) => namesOf(other).some((name) => names.includes(name)));
  return resolveSpeaker(byId, known?.id ?? null);
}

const namesOf = ({ name }: Speaker): readonly string[] =>
  Object.values(name).flatMap((text) => text?.trim().normalize('NFC') || []);
