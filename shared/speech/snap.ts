import { type SpeechSpan, spanAfter } from './speech-spans.ts';

/** Which edges of speech an edge snaps to: a start to where speech begins, an end to where it ends, a shared one to both. */
export type SnapTo = 'start' | 'end' | 'both';

/** Returns the edge of speech nearest to a time and no further than `reachMs`; null when there is none. */
export function snapToSpeech(
  spans: readonly SpeechSpan[],
  ms: number,
  to: SnapTo,
  reachMs: number,
): number | null {
  const at = spanAfter(spans, ms);
  const edges = spans
    .slice(Math.max(0, at - 1), at + 2)
    .flatMap(({ startMs, endMs }) => [
      ...(to === 'end' ? [] : [startMs]),
      ...(to === 'start' ? [] : [endMs]),
    ]);
  const [nearest] = edges.sort((a, b) => Math.abs(a - ms) - Math.abs(b - ms));
  return nearest !== undefined && Math.abs(nearest - ms) <= reachMs ? nearest : null;
}
