import { MinberError } from '../../shared/ipc/errors.ts';
import { newId, type RecordingId, type TranscriptId } from '../../shared/model/ids.ts';
import type { TranscriptHead } from '../../shared/model/recording.ts';
import { turnText } from '../../shared/model/turn.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/library-database.ts';
import { touchRecording } from '../database/recording-store.ts';
import { indexTurn, unindexTranscript } from '../database/search-index.ts';
import {
  createTranscript,
  type StoredTranscript,
  setTranscriptLanguage,
  setTranscriptName,
  setTranscriptRemoved,
} from '../database/transcript-store.ts';
import { findTurn, listTurns } from '../database/turn-store.ts';
import type { LibraryAccess } from './app.ts';
import { requireRecording } from './open-recording.ts';
import { requireTranscript } from './save-transcript.ts';

export interface NewTranslation {
  readonly recordingId: RecordingId;
  /** BCP 47 tag. */
  readonly language: string;
  readonly name: string;
}

/** Adds a translation of a recording in which nothing is translated yet. Throws `not-found`. */
export function createTranslation(
  { library, now }: LibraryAccess,
  { recordingId, language, name }: NewTranslation,
): TranscriptHead {
  return library.write((db) => {
    requireRecording(db, recordingId);
    const head = { id: newId<TranscriptId>(), recordingId, language, name, kind: 'translation' } as const;
    createTranscript(db, head);
    touchRecording(db, recordingId, now().toISOString());
    return { ...head, sequence: 0 };
  });
}

/** Sets a translation aside; its words and its history stay, to be brought back. Throws `not-found`. */
export function removeTranslation({ library, now }: LibraryAccess, id: TranscriptId): void {
  library.write((db) => {
    const translation = requireTranslation(db, id);
    setAside(db, translation);
    touchRecording(db, translation.recordingId, now().toISOString());
  });
}

/** Sets a translation aside; part of the caller's transaction. */
export function setAside(db: WritableDatabase, { number }: StoredTranscript): void {
  unindexTranscript(db, number);
  setTranscriptRemoved(db, number, true);
}

/** Brings a translation back as it was. Throws `not-found`. */
export function restoreTranslation({ library, now }: LibraryAccess, id: TranscriptId): void {
  library.write((db) => {
    const translation = requireTranslation(db, id);
    bringBack(db, translation);
    touchRecording(db, translation.recordingId, now().toISOString());
  });
}

/** Brings a translation back as it was; part of the caller's transaction. */
export function bringBack(db: WritableDatabase, { number }: StoredTranscript): void {
  // Words of a translation that is in use stand in the index already, and only once.
  unindexTranscript(db, number);
  for (const turn of listTurns(db, number)) {
    const row = findTurn(db, turn.id)?.row;
    if (row !== undefined) indexTurn(db, row, turnText(turn));
  }
  setTranscriptRemoved(db, number, false);
}

/** Says what a translation is called, and which language it is in. Throws `not-found`. */
export function renameTranslation(
  { library, now }: LibraryAccess,
  id: TranscriptId,
  { language, name }: Pick<NewTranslation, 'language' | 'name'>,
): void {
  library.write((db) => {
    const { number, recordingId } = requireTranslation(db, id);
    setTranscriptLanguage(db, number, language);
    setTranscriptName(db, number, name);
    touchRecording(db, recordingId, now().toISOString());
  });
}

function requireTranslation(db: ReadableDatabase, id: TranscriptId): StoredTranscript {
  const transcript = requireTranscript(db, id);
  if (transcript.kind !== 'translation')
    throw new MinberError('not-found', {}, new Error(`${id} is no translation`));
  return transcript;
}
