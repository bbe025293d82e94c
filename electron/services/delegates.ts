import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SheetForm } from '../../shared/delegates/sheet-forms.ts';
import { translator } from '../../shared/i18n/i18n.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { RecordingId, SpeakerId } from '../../shared/model/ids.ts';
import type { Language } from '../../shared/model/language.ts';
import { resolveSpeaker, type Speaker, speakerName } from '../../shared/model/speaker.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import {
  isMergeTarget,
  listApart as listPairs,
  listSpeakers,
  putSpeaker,
  removeSpeaker as removeRow,
  setApart as setPairApart,
} from '../database/speaker-store.ts';
import { countRecordings, isSpeakerNamed, recordingsOfSpeaker } from '../database/turn-store.ts';
import type { App, LibraryAccess } from './app.ts';
import { freeFileName } from './export-names.ts';
import { writeExport } from './write-transcript-file.ts';

export interface DirectoryChange {
  readonly put: readonly Speaker[];
  readonly remove: readonly SpeakerId[];
}

/**
 * Writes and removes speakers in one go, and returns those that were to be removed and stay since a turn names them or they
 * stand for another. Throws `bad-request`, and changes nothing, for a merge that leads to nobody or back.
 */
export function changeDirectory(
  { library }: LibraryAccess,
  { put, remove }: DirectoryChange,
): { kept: SpeakerId[] } {
  return library.write((db) => {
    // The foreign keys want the one before who is merged into it.
    const known = new Set(listSpeakers(db).map(({ id }) => id));
    for (const speaker of put) if (!known.has(speaker.id)) putSpeaker(db, { ...speaker, mergedInto: null });
    for (const speaker of put) putSpeaker(db, speaker);
    refuseCycles(db, put);
    const kept = remove.filter((id) => isSpeakerNamed(db, id) || isMergeTarget(db, id));
    for (const id of remove) if (!kept.includes(id)) removeRow(db, id);
    return { kept };
  });
}

function refuseCycles(db: ReadableDatabase, put: readonly Speaker[]): void {
  const byId = new Map(listSpeakers(db).map((speaker) => [speaker.id, speaker]));
  for (const { id } of put)
    if (!resolveSpeaker(byId, id)) throw new MinberError('bad-request', {}, new Error(`a merge of ${id}`));
}

/** Returns in how many recordings each speaker is named; see `speakers.recordingCounts`. */
export function recordingCounts({ library }: LibraryAccess): { speakerId: SpeakerId; count: number }[] {
  return countRecordings(library);
}

/** Returns the recordings in which a speaker or one who is merged into it speaks, the newest first. */
export function speakerRecordings(
  { library }: LibraryAccess,
  id: SpeakerId,
): { recordingId: RecordingId; title: string; date: string | null; turns: number }[] {
  const directory = new Map(listSpeakers(library).map((speaker) => [speaker.id, speaker]));
  const ids = [...directory.keys()].filter((each) => resolveSpeaker(directory, each)?.id === id);
  return recordingsOfSpeaker(library, ids);
}

/** Returns the pairs of which a person has said that they are two people. */
export const listApart = ({ library }: LibraryAccess): [SpeakerId, SpeakerId][] => listPairs(library);

/** Keeps that two speakers are two people, or no longer. */
export function setApart(
  { library }: LibraryAccess,
  { one, other, apart }: { readonly one: SpeakerId; readonly other: SpeakerId; readonly apart: boolean },
): void {
  library.write((db) => setPairApart(db, [one, other], apart));
}

/** Returns the directory as it is shown in a list: nobody who is merged, in the order of the names. */
export function listDelegates({ library }: LibraryAccess, language: Language): readonly Speaker[] {
  const { compare } = new Intl.Collator(language);
  return listSpeakers(library)
    .filter(({ mergedInto }) => mergedInto === null)
    .sort((a, b) => compare(speakerName(a, language), speakerName(b, language)));
}

/** Returns the name that an exported list would have. */
export const delegatesFileName = (form: SheetForm, language: Language): string =>
  freeFileName(translator(language)('delegates.title'), form, () => false);

/** Writes the list to `path`, whole or not at all. Rejects with `disk-full` or `export-failed`. */
export async function exportDelegates(
  app: LibraryAccess & Pick<App, 'exported'>,
  form: SheetForm,
  language: Language,
  path: string,
): Promise<{ path: string; name: string }> {
  const speakers = listDelegates(app, language);
  await writeExport(path, async () => {
    const sheet = await import('../../shared/delegates/write-sheet.ts');
    return form === 'csv'
      ? sheet.writeDelegatesCsv(speakers, language)
      : sheet.writeDelegatesXlsx(speakers, language);
  });
  app.exported.add(path);
  return { path, name: basename(path) };
}

const MOST_LIST_BYTES = 20 * 1024 * 1024;

/** Returns what is in a file that may be a delegate list. Rejects with `file-missing`. */
export async function readDelegatesFile(
  path: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    // One byte more than a list may have is refused by its reader, which says why.
    const bytes = size > MOST_LIST_BYTES ? new Uint8Array(MOST_LIST_BYTES + 1) : await readFile(path);
    return { name, bytes: new Uint8Array(bytes) };
  } catch (error) {
    throw new MinberError('file-missing', { name }, error);
  }
}
