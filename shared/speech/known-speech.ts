import { decodePeaks } from '../audio/peaks-file.ts';
import { refineSpans } from './refine-spans.ts';
import { decodeSpeech } from './speech-file.ts';
import { type SpeechSpan, type SpeechThresholds, speechSpans } from './speech-spans.ts';

/**
 * Returns where there is speech, from what is kept of a recording: the likelihoods, and the envelope that makes edges
 * sharper. Null when nobody has listened to it yet.
 */
export function knownSpeech(
  speech: Uint8Array | null,
  peaks: Uint8Array | null,
  thresholds: SpeechThresholds,
): readonly SpeechSpan[] | null {
  const likelihood = speech && decodeSpeech(speech);
  if (!likelihood) return null;
  const spans = speechSpans(likelihood, thresholds);
  const envelope = peaks && decodePeaks(peaks);
  return envelope ? refineSpans(spans, envelope) : spans;
}
