import type { SpeakerId } from '../model/ids.ts';
import { resolveSpeaker, speakerName } from '../model/speaker.ts';
import type { ExportOptions, TranscriptDocument } from './format.ts';
import { oneLine } from './inline-text.ts';

/** Returns a function from a turn to its speaker's name on one line, or '' where none is known or wanted. */
export function speakerNames(
  { speakers }: TranscriptDocument,
  options: Pick<ExportOptions, 'speakers' | 'language'>,
): (turn: { readonly speakerId: SpeakerId | null }) => string {
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  return ({ speakerId }) =>
    options.speakers ? oneLine(speakerName(resolveSpeaker(byId, speakerId), options.language)) : '';
}
