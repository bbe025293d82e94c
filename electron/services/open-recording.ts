import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { RecordingId, TranscriptId, TurnId } from '../../shared/model/ids.ts';
import type { Recording, TranscriptHead } from '../../shared/model/recording.ts';
import { listAnnotations } from '../database/annotation-store.ts';
import { findTake } from '../database/bundle-store.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import { findMediaSetup } from '../database/media-setup-store.ts';
import { findRecording } from '../database/recording-store.ts';
import { findOriginal, listTranscripts, type StoredTranscript } from '../database/transcript-store.ts';
import { findTurn } from '../database/turn-store.ts';
import type { App } from './app.ts';
import { smallSoundPath } from './bundles/media-folder.ts';
import { isReadable } from './list-library.ts';
import { progressOf } from './translation-progress.ts';
import { turnsOf } from './turns-of.ts';

/** Which of the texts of a recording is to be opened; the original where nothing is said. */
export interface OpenChoice {
  readonly transcriptId?: TranscriptId | undefined;
  /** The text in which this turn stands. */
  readonly turnId?: TurnId | undefined;
  /** The translation to show beside the original. */
  readonly besideId?: TranscriptId | undefined;
}

/** Returns a recording with one of its texts, and another beside it. Throws `not-found`. */
export async function openRecording(
  { library, libraryPath }: Pick<App, 'library' | 'libraryPath'>,
  id: RecordingId,
  choice: OpenChoice = {},
): Promise<OpenedRecording> {
  const recording = requireRecording(library, id);
  const mediaFound = await isReadable(recording.media.path);
  const small = smallSoundPath(libraryPath, recording.media.id);
  const playsSmall = !mediaFound && (await isReadable(small));
  const original = requireOriginal(library, id);
  const stored = listTranscripts(library, id);
  const holder = choice.turnId ? findTurn(library, choice.turnId)?.transcript : undefined;
  const transcript =
    stored.find((each) => each.id === choice.transcriptId || each.number === holder) ?? original;
  const other = stored.find((each) => each.id === choice.besideId);
  const beside = transcript.kind === 'translation' ? original : other?.kind === 'translation' ? other : null;
  return {
    recording,
    mediaFound,
    playsSmall,
    hasProxy: findMediaSetup(library, recording.media.id).proxy !== null,
    transcript: headOf(transcript),
    turns: [...turnsOf(library, transcript)],
    tracks: stored.map((each) => ({ ...headOf(each), progress: progressOf(library, each) })),
    beside: beside && { transcript: headOf(beside), turns: [...turnsOf(library, beside)] },
    annotations: [...listAnnotations(library, transcript.number)],
    take: findTake(library, transcript.number),
  };
}

const headOf = ({ number: _, headHash: __, ...head }: StoredTranscript): TranscriptHead => head;

/** Throws `not-found`. */
export function requireRecording(db: ReadableDatabase, id: RecordingId): Recording {
  const recording = findRecording(db, id);
  if (!recording) throw new MinberError('not-found', {}, new Error(`no recording ${id}`));
  return recording;
}

/** Returns the original transcript of a recording. Throws `library-damaged` when it has none. */
export function requireOriginal(db: ReadableDatabase, id: RecordingId): StoredTranscript {
  const original = findOriginal(db, id);
  if (!original) throw new MinberError('library-damaged', {}, new Error(`recording ${id} has no transcript`));
  return original;
}
