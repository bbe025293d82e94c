import type { RecordingId } from '../../shared/model/ids.ts';
import type { Recording, TranscriptHead } from '../../shared/model/recording.ts';
import type { SpeakersById } from '../../shared/model/speaker.ts';
import {
  type PreparedTrack,
  prepareRecording,
  type RecordingSource,
} from '../../shared/press/match/verify-marks.ts';
import { listSpeakers } from '../database/speaker-store.ts';
import { listTranscripts } from '../database/transcript-store.ts';
import type { LibraryAccess } from './app.ts';
import { requireRecording } from './open-recording.ts';
import { openTurns } from './open-turns.ts';
import { turnsOf } from './turns-of.ts';

/** A recording with all that quotations are sought in. */
export interface RecordingTracks {
  readonly recording: Recording;
  /** The original first. */
  readonly transcripts: readonly (TranscriptHead & { readonly headHash: string })[];
  readonly tracks: readonly PreparedTrack[];
  readonly speakers: SpeakersById;
}

/** Returns the transcripts of a recording, in every language it has, ready to be searched. Throws `not-found`. */
export function recordingTracks({ library }: LibraryAccess, id: RecordingId): RecordingTracks {
  return {
    recording: requireRecording(library, id),
    transcripts: listTranscripts(library, id).map(({ number: _, ...head }) => head),
    tracks: prepareRecording(recordingSource({ library }, id)),
    speakers: new Map(listSpeakers(library).map((speaker) => [speaker.id, speaker])),
  };
}

/** Returns what quotations are sought in, the original first. Throws `not-found`. */
export function recordingSource(
  { library }: Pick<LibraryAccess, 'library'>,
  recordingId: RecordingId,
): RecordingSource {
  requireRecording(library, recordingId);
  return {
    recordingId,
    tracks: listTranscripts(library, recordingId).map((transcript) => {
      const { id, language, kind } = transcript;
      const turns = turnsOf(library, transcript);
      const open = openTurns(library, transcript, turns);
      return { transcriptId: id, language, kind, turns, open: open === turns ? null : open };
    }),
  };
}
