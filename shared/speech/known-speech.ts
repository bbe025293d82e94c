import type { Peaks } from '../audio/peaks.ts';
import { refineSpans } from './refine-spans.ts';
import { decodeSpeech } from './speech-file.ts';
import { type SpeechSpan, type SpeechThresholds, speechSpans } from './speech-spans.ts';

/**
 * Returns where there is speech, from what is kept of a recording: the likelihoods, and the envelope that makes edges
 * sharper. Null when nobody has listened to it yet.
 */
export function knownSpeech(
  speech: Uint8Array | null,
  envelope: Peaks | null,
  thresholds: SpeechThresholds,
): readonly SpeechSpan[] | null {
  const likelihood = speech && decodeSpeech(speech);
  if (!likelihood) return null;
  const spans = speechSpans(likelihood, thresholds);
  return envelope ? refineSpans(spans, envelope) : spans;
}
