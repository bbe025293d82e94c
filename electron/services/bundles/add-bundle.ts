import { basename } from 'node:path';
import { generateNKeysBetween } from 'fractional-indexing';
import type { Side } from '../../../shared/bundle/merge.ts';
import { MinberError } from '../../../shared/ipc/errors.ts';
import { type MediaId, newId, type RecordingId, type TranscriptId } from '../../../shared/model/ids.ts';
import type { Recording } from '../../../shared/model/recording.ts';
import type { PlacedTurn } from '../../../shared/model/turn.ts';
import { putSharedPoint, putTake } from '../../database/bundle-store.ts';
import type { WritableDatabase } from '../../database/library-database.ts';
import { insertEditRow, insertNoteRow } from '../../database/log-rows.ts';
import { putPortraits } from '../../database/portrait-store.ts';
import { isMediaKnown, putRecording } from '../../database/recording-store.ts';
import { putHeard, putIgnored } from '../../database/review-store.ts';
import { insertRevision } from '../../database/revision-store.ts';
import { advanceTranscript, createTranscript } from '../../database/transcript-store.ts';
import type { App } from '../app.ts';
import { noteRevision } from '../note-revision.ts';
import { putTurn, requireTranscript, totalsOf, writeBatch } from '../save-transcript.ts';
import { verifyEditLog } from '../verify-edit-log.ts';
import { copyOfBundle } from './copy-of-bundle.ts';
import { insertAnnotation, insertKinds, insertSpeakers } from './insert-people.ts';
import { knownRecording } from './known-recording.ts';
import { landMedia } from './land-media.ts';
import { mergeTranslation } from './merge-translation.ts';
import { type Bundle, type History, readBundle } from './read-bundle.ts';
import type { WorkOptions } from './write-bundle.ts';

/**
 * Takes a bundle into the library as a recording: as the one that it is, else, with `asCopy`, as another with ids of its
 * own. Its media lands beside the library. Rejects as `readBundle` does; `bundle-known` for a recording that the library
 * has when no copy is wanted; `disk-full`; with the signal's reason when stopped. Nothing is left behind then.
 */
export async function addBundle(
  app: Pick<App, 'library' | 'libraryPath' | 'now' | 'hashing'>,
  path: string,
  { asCopy }: { readonly asCopy: boolean },
  work: WorkOptions = {},
): Promise<RecordingId> {
  const read = await readBundle(path);
  const { title } = read.manifest.recording;
  if (!asCopy && knownRecording(app.library, read.manifest)) throw new MinberError('bundle-known', { title });
  // Ids that are taken by something else make a copy of it: a library never has one id twice.
  const isCopy = asCopy || isMediaKnown(app.library, read.manifest.media.id);
  const bundle = isCopy ? copyOfBundle(read) : read;
  const { recording, media } = bundle.manifest;
  const landed = await landMedia(app, bundle, media.id as MediaId, work);
  const at = app.now().toISOString();
  try {
    app.library.write((db) => {
      insertRecording(db, bundle, landed.path, at);
      const transcriptId = insertTranscript(db, bundle, { isCopy, at });
      const transcript = requireTranscript(db, transcriptId);
      putTake(db, transcript.number, bundle.manifest.take);
      const point = { id: bundle.manifest.id, sequence: transcript.sequence };
      if (!isCopy) putSharedPoint(db, transcript.number, point, JSON.stringify(bundle.side));
      noteRevision(db, transcript, { reason: 'imported', at, name: basename(path) });
    });
  } catch (error) {
    await landed.undo();
    const { code = '' } = error as { code?: string };
    if (code.startsWith('SQLITE_CONSTRAINT'))
      throw new MinberError('bundle-unreadable', { name: basename(path) }, error);
    throw error;
  }
  app.hashing.wake();
  return recording.id;
}

function insertRecording(db: WritableDatabase, { manifest }: Bundle, path: string, at: string): void {
  const { name: _, part: __, ...media } = manifest.media;
  const recording: Recording = {
    ...manifest.recording,
    updatedAt: at,
    deletedAt: null,
    media: { ...media, path },
  };
  putRecording(db, recording);
}

function insertTranscript(
  db: WritableDatabase,
  { path, manifest, side, portraits, history }: Bundle,
  { isCopy, at }: { readonly isCopy: boolean; readonly at: string },
): TranscriptId {
  const { id, language, headHash } = manifest.transcript;
  createTranscript(db, { id, recordingId: manifest.recording.id, language, kind: 'original' });
  putPortraits(db, portraits);
  insertSpeakers(db, side);
  insertKinds(db, side);
  const { number } = requireTranscript(db, id);
  for (const annotation of side.annotations) insertAnnotation(db, number, annotation);
  for (const each of side.ignored) putIgnored(db, number, each);
  for (const each of side.heard) putHeard(db, number, each);
  const recordingId = manifest.recording.id;
  for (const each of side.translations) mergeTranslation(db, recordingId, each, { at, name: basename(path) });
  if (!history) insertText(db, id, side, at);
  else if (isCopy) replay(db, id, history);
  else {
    insertHistory(db, id, history, headHash);
    const { sound, sequence } = verifyEditLog({ library: db }, id);
    if (!sound)
      throw new MinberError(
        'bundle-unreadable',
        { name: basename(path) },
        new Error(`the chain is broken at ${sequence}`),
      );
  }
  return id;
}

/** The text alone, as the first entry of a log. */
function insertText(db: WritableDatabase, id: TranscriptId, { turns }: Side, at: string): void {
  if (turns.length === 0) return;
  const places = generateNKeysBetween(null, null, turns.length);
  const put = turns.map((turn, index): PlacedTurn => ({ ...turn, order: places[index] ?? '' }));
  const diff = { put, remove: [] };
  writeBatch(db, requireTranscript(db, id), { batchId: newId(), savedAt: at, reason: 'import', diff });
}

/** The log as it is, so that its chain can be verified here too. */
function insertHistory(db: WritableDatabase, id: TranscriptId, history: History, headHash: string): void {
  const { number } = requireTranscript(db, id);
  for (const row of history.edits) insertEditRow(db, number, row);
  for (const row of history.notes) insertNoteRow(db, number, row);
  for (const revision of history.revisions) insertRevision(db, number, revision);
  for (const turn of history.turns) putTurn(db, { number }, null, turn);
  const sequence = history.edits.at(-1)?.sequence ?? 0;
  advanceTranscript(db, number, { sequence, hash: headHash }, totalsOf(history.turns));
}

/** The log again, entry by entry: under other ids the hashes are others. */
function replay(db: WritableDatabase, id: TranscriptId, { edits, revisions }: History): void {
  for (const { sequence, batchId, savedAt, reason, put, removed } of edits) {
    const diff = { put: JSON.parse(put), remove: JSON.parse(removed) };
    writeBatch(db, requireTranscript(db, id), { batchId, savedAt, reason: reason as 'edit', diff });
    for (const revision of revisions.filter((each) => each.sequence === sequence))
      noteRevision(db, requireTranscript(db, id), revision);
  }
}
