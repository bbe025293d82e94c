import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { MediaFacts } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { type MediaId, newId, type RecordingId, type TranscriptId } from '../../shared/model/ids.ts';
import type { Media, Recording } from '../../shared/model/recording.ts';
import type { WritableDatabase } from '../database/library-database.ts';
import { changeMediaSetup } from '../database/media-setup-store.ts';
import { findRecordingByFingerprint, putRecording } from '../database/recording-store.ts';
import { createTranscript } from '../database/transcript-store.ts';
import { fileFingerprint } from '../media/fingerprint.ts';
import type { App, ProbedMedia } from './app.ts';
import { nameRecording } from './name-recording.ts';
import { requireRecording } from './open-recording.ts';

/**
 * Looks at a media file without touching the library, and returns an id to play and analyse it by. Throws
 * MinberError: `file-missing`, `not-a-file`, `file-unreadable`, `media-damaged` for a file without a byte.
 */
export async function probeMedia(
  { library, probed }: Pick<App, 'library' | 'probed'>,
  path: string,
): Promise<ProbedMedia & { readonly known: RecordingId | null }> {
  const name = basename(path);
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new MinberError(error.code === 'ENOENT' ? 'file-missing' : 'file-unreadable', { name }, error);
  });
  if (!facts.isFile()) throw new MinberError('not-a-file', { name });
  if (facts.size === 0) throw new MinberError('media-damaged', { name });
  const fingerprint = await access(path, constants.R_OK)
    .then(() => fileFingerprint(path))
    .catch((error: unknown) => {
      throw new MinberError('file-unreadable', { name }, error);
    });
  const media: ProbedMedia = {
    id: newId<MediaId>(),
    path,
    bytes: facts.size,
    fingerprint,
    modifiedAt: facts.mtime,
  };
  probed.set(media.id, media);
  return { ...media, known: findRecordingByFingerprint(library, fingerprint) };
}

/**
 * Makes a recording of a probed file, with an empty original transcript in `language` (BCP 47). `facts` are what the
 * analysis of the file found out. Throws `not-found` for a media id that was not probed in this run.
 */
export function importMedia(
  app: Pick<App, 'library' | 'now' | 'probed' | 'hashing' | 'mediaWork'>,
  input: { readonly mediaId: MediaId; readonly facts: MediaFacts; readonly language: string },
): RecordingId {
  const file = requireProbed(app, input.mediaId);
  const at = app.now().toISOString();
  const recording: Recording = {
    id: newId<RecordingId>(),
    ...nameRecording(file.path, file.modifiedAt),
    place: '',
    languages: [input.language],
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    media: toMedia(file, input.facts),
  };
  app.library.write((db) => {
    addRecording(db, recording, input.language);
    if (file.setup) changeMediaSetup(db, file.id, file.setup);
  });
  app.probed.delete(file.id);
  app.hashing.wake();
  app.mediaWork.resumeAll();
  return recording.id;
}

/** Writes a new recording with an empty original transcript, whose id it returns. */
export function addRecording(db: WritableDatabase, recording: Recording, language: string): TranscriptId {
  const id = newId<TranscriptId>();
  putRecording(db, recording);
  createTranscript(db, { id, recordingId: recording.id, language, kind: 'original' });
  return id;
}

/**
 * Points a recording whose media has moved at a probed file. With `facts` null the file must be the one that the
 * recording knows, else `media-differs`; with facts it replaces that one. Throws `not-found`.
 */
export function relinkMedia(
  app: Pick<App, 'library' | 'now' | 'probed' | 'hashing' | 'mediaWork'>,
  input: { readonly recordingId: RecordingId; readonly mediaId: MediaId; readonly facts: MediaFacts | null },
): Recording {
  const file = requireProbed(app, input.mediaId);
  const updatedAt = app.now().toISOString();
  const recording = app.library.write((db) => {
    const before = requireRecording(db, input.recordingId);
    const isSame = file.fingerprint === before.media.fingerprint;
    if (!isSame && !input.facts) throw new MinberError('media-differs', { name: basename(file.path) });
    const media = isSame || !input.facts ? { ...before.media, path: file.path } : toMedia(file, input.facts);
    const after: Recording = { ...before, updatedAt, media };
    putRecording(db, after);
    if (!isSame && file.setup) changeMediaSetup(db, file.id, file.setup);
    return after;
  });
  app.probed.delete(file.id);
  app.hashing.wake();
  app.mediaWork.resumeAll();
  return recording;
}

/** Throws `not-found` for a media id that was not probed in this run. */
export function requireProbed({ probed }: Pick<App, 'probed'>, id: MediaId): ProbedMedia {
  const file = probed.get(id);
  if (!file) throw new MinberError('not-found', {}, new Error(`media ${id} was not probed`));
  return file;
}

const roundOrNull = (value: number | null) => (value === null ? null : Math.round(value));

const toMedia = ({ id, path, bytes, fingerprint }: ProbedMedia, facts: MediaFacts): Media => ({
  id,
  path,
  bytes,
  fingerprint,
  sha256: null,
  ...facts,
  width: roundOrNull(facts.width),
  height: roundOrNull(facts.height),
});
