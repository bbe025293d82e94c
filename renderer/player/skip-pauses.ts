import { type SpeechSpan, spanAfter } from '../../shared/speech/speech-spans.ts';

/** Shorter pauses are heard: they belong to the speech. */
const SKIPPED_FROM_MS = 1000;
/** What is heard of a pause after the last word and before the next. */
const AFTER_SPEECH_MS = 300;
const BEFORE_SPEECH_MS = 250;

/** Returns where playing goes on from `ms` when pauses are left out; null when it goes on as it is. */
export function afterPause(spans: readonly SpeechSpan[], ms: number): number | null {
  const index = spanAfter(spans, ms);
  const next = spans[index];
  if (!next || ms >= next.startMs - BEFORE_SPEECH_MS) return null;
  const pauseStartMs = spans[index - 1]?.endMs ?? 0;
  if (next.startMs - pauseStartMs < SKIPPED_FROM_MS || ms < pauseStartMs + AFTER_SPEECH_MS) return null;
  return next.startMs - BEFORE_SPEECH_MS;
}
