import { redactTurns, secretsOf } from '../../shared/formats/withhold.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import { preferredLanguage } from '../../shared/model/language.ts';
import type { Recording, TranscriptHead } from '../../shared/model/recording.ts';
import type { SpeakersById } from '../../shared/model/speaker.ts';
import { indexTranscript } from '../../shared/press/match/transcript-index.ts';
import type { SoughtTrack } from '../../shared/press/match/verify-quotes.ts';
import { listAnnotations, listKinds } from '../database/annotation-store.ts';
import { listSpeakers } from '../database/speaker-store.ts';
import { listTranscripts } from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';
import type { LibraryAccess } from './app.ts';
import { requireRecording } from './open-recording.ts';

/** A recording with all that quotations are sought in. */
export interface RecordingTracks {
  readonly recording: Recording;
  /** The original first. */
  readonly transcripts: readonly TranscriptHead[];
  readonly tracks: readonly SoughtTrack[];
  readonly speakers: SpeakersById;
}

/** Returns the transcripts of a recording, in every language it has, ready to be searched. Throws `not-found`. */
export function recordingTracks({ library }: LibraryAccess, id: RecordingId): RecordingTracks {
  const recording = requireRecording(library, id);
  const stored = listTranscripts(library, id);
  return {
    recording,
    transcripts: stored.map(({ number: _, headHash: __, ...head }) => head),
    tracks: stored.map(({ number, language, kind }) => {
      const turns = listTurns(library, number);
      const secrets = secretsOf(listAnnotations(library, number), listKinds(library));
      const open = redactTurns(turns, secrets, preferredLanguage([language]));
      const whole = indexTranscript({ language, kind, turns });
      return { whole, open: open === turns ? whole : indexTranscript({ language, kind, turns: open }) };
    }),
    speakers: new Map(listSpeakers(library).map((speaker) => [speaker.id, speaker])),
  };
}
