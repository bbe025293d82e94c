import { PEAK_MS, type Peaks } from '../audio/peaks.ts';
import type { SpeechSpan } from './speech-spans.ts';

const REACH_MS = 150;
/** Sound counts as the edge of speech when it is this much louder than the pause beside it: 9 dB. */
const ABOVE_PAUSE = 2.8;
/** Where the loudest of a pause comes this near to the speech, the pause is noise and tells nothing. */
const CLEAR_PAUSE = 0.25;

/**
 * Returns the spans with their edges moved, by `REACH_MS` at most, to where the sound itself rises out of the pause
 * and sinks into it again. A network of windows of 32 ms knows that somebody speaks, not to the hundredth when. In
 * noise that covers the edge the network's own is kept.
 */
export function refineSpans(spans: readonly SpeechSpan[], { min, max }: Peaks): readonly SpeechSpan[] {
  const level = (point: number) => Math.max(max[point] ?? 0, -(min[point] ?? 0));
  const pointOf = (ms: number) => Math.round(ms / PEAK_MS);
  const reach = REACH_MS / PEAK_MS;

  const noiseBetween = (from: number, to: number): number => {
    const levels: number[] = [];
    for (let point = Math.max(0, from); point < Math.min(max.length, to); point++) levels.push(level(point));
    levels.sort((a, b) => a - b);
    return levels[Math.floor(levels.length * 0.8)] ?? 0;
  };
  const loudnessBetween = (from: number, to: number): number => {
    let loudest = 0;
    for (let point = Math.max(0, from); point < Math.min(max.length, to); point++)
      loudest = Math.max(loudest, level(point));
    return loudest;
  };

  return spans.map((span, index) => {
    const start = pointOf(span.startMs);
    const end = pointOf(span.endMs);
    const before = pointOf(spans[index - 1]?.endMs ?? 0);
    const after = pointOf(spans[index + 1]?.startMs ?? max.length * PEAK_MS);
    const loudest = loudnessBetween(start, end);

    let startMs = span.startMs;
    const quietBefore = noiseBetween(Math.max(before + 2, start - 3 * reach), start - 2);
    if (quietBefore < loudest * CLEAR_PAUSE) {
      const first = Math.max(before, start - reach);
      for (let point = first; point < start + reach && point < end; point++)
        if (level(point) > Math.max(quietBefore * ABOVE_PAUSE, loudest * 0.02)) {
          startMs = point * PEAK_MS;
          break;
        }
    }
    let endMs = span.endMs;
    const quietAfter = noiseBetween(end + 2, Math.min(after - 2, end + 3 * reach));
    if (quietAfter < loudest * CLEAR_PAUSE) {
      const last = Math.min(after, end + reach);
      for (let point = last - 1; point >= end - reach && point > start; point--)
        if (level(point) > Math.max(quietAfter * ABOVE_PAUSE, loudest * 0.02)) {
          endMs = (point + 1) * PEAK_MS;
          break;
        }
    }
    return endMs > startMs ? { startMs, endMs } : span;
  });
}
