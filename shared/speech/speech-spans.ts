/** A stretch in which somebody speaks, milliseconds from the start of the media, half-open. */
export interface SpeechSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** How likely each stretch of `HOP_MS` holds speech: 0 to 255. */
export type SpeechLikelihood = Uint8Array;

/** What one likelihood stands for: 512 samples at 16,000 a second, the window of the network (Silero VAD). */
export const HOP_MS = 32;

export interface SpeechThresholds {
  /** Speech begins when its likelihood reaches this, 0 to 1. */
  readonly sureness: number;
  /** A pause is at least this long. */
  readonly shortestPauseMs: number;
}

export const SPEECH_THRESHOLDS: SpeechThresholds = { sureness: 0.5, shortestPauseMs: 200 };

/** Speech goes on while its likelihood stays within this of what began it, so that a faint syllable ends nothing. */
const HYSTERESIS = 0.15;
const SHORTEST_SPEECH_MS = 150;

/** Returns where there is speech, in order and apart from each other by at least the shortest pause. */
export function speechSpans(
  likelihood: SpeechLikelihood,
  { sureness, shortestPauseMs }: SpeechThresholds = SPEECH_THRESHOLDS,
): readonly SpeechSpan[] {
  const begins = sureness * 255;
  const lasts = Math.max(0, sureness - HYSTERESIS) * 255;
  const spans: SpeechSpan[] = [];
  let start = -1;
  let last = -1;
  const close = () => {
    const span = { startMs: start * HOP_MS, endMs: (last + 1) * HOP_MS };
    if (span.endMs - span.startMs >= SHORTEST_SPEECH_MS) spans.push(span);
    start = -1;
  };
  for (let hop = 0; hop < likelihood.length; hop++) {
    const value = likelihood[hop] as number;
    if (start < 0 ? value >= begins : value >= lasts) {
      if (start < 0) start = hop;
      last = hop;
    } else if (start >= 0 && (hop - last) * HOP_MS >= shortestPauseMs) close();
  }
  if (start >= 0) close();
  return spans;
}

/** Returns the index of the first span that ends after `ms`; the number of spans when none does. */
export function spanAfter(spans: readonly SpeechSpan[], ms: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.endMs ?? 0) > ms) high = middle;
    else low = middle + 1;
  }
  return low;
}
