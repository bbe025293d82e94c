import { MinberError } from '../../shared/ipc/errors.ts';
import type { SpeakerId } from '../../shared/model/ids.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import {
  isMergeTarget,
  listSpeakers as listRows,
  putSpeaker as putRow,
  removeSpeaker as removeRow,
} from '../database/speaker-store.ts';
import { isSpeakerNamed } from '../database/turn-store.ts';
import type { LibraryAccess } from './app.ts';

/** Returns the whole directory, merged speakers included. */
export function listSpeakers({ library }: LibraryAccess): readonly Speaker[] {
  return listRows(library);
}

/**
 * Writes a speaker, new or changed: every turn that names it shows the change. Throws `bad-request` when it would
 * stand for an unknown speaker, or for itself in the end.
 */
export function putSpeaker(access: LibraryAccess, speaker: Speaker): void {
  putSpeakers(access, [speaker]);
}

/** Writes several speakers, all or none; throws as `putSpeaker` does. */
export function putSpeakers({ library }: LibraryAccess, speakers: readonly Speaker[]): void {
  library.write((db) => {
    for (const speaker of speakers) {
      refuseMergeCycle(db, speaker.id, speaker.mergedInto);
      putRow(db, speaker);
    }
  });
}

/**
 * Makes a speaker stand for another everywhere, without touching a turn; null makes it stand for itself again.
 * Throws `not-found`, and `bad-request` for a merge that would come back to the speaker.
 */
export function mergeSpeaker({ library }: LibraryAccess, id: SpeakerId, into: SpeakerId | null): void {
  library.write((db) => {
    const speaker = listRows(db).find((one) => one.id === id);
    if (!speaker) throw new MinberError('not-found', {}, new Error(`no speaker ${id}`));
    refuseMergeCycle(db, id, into);
    putRow(db, { ...speaker, mergedInto: into });
  });
}

/** Removes a speaker whom no turn names and who stands for nobody else; returns false when it is still in use. */
export function removeSpeaker({ library }: LibraryAccess, id: SpeakerId): boolean {
  return library.write((db) => {
    if (isSpeakerNamed(db, id) || isMergeTarget(db, id)) return false;
    removeRow(db, id);
    return true;
  });
}

function refuseMergeCycle(db: ReadableDatabase, id: SpeakerId, into: SpeakerId | null): void {
  const byId = new Map(listRows(db).map((speaker) => [speaker.id, speaker]));
  for (let at = into; at !== null; at = byId.get(at)?.mergedInto ?? null) {
    if (at === id || !byId.has(at))
      throw new MinberError('bad-request', {}, new Error(`speaker ${id} cannot be merged into ${into}`));
  }
}
