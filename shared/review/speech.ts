import { type SpeechSpan, spanAfter } from '../speech/speech-spans.ts';

/** Returns the span in which a moment lies, else null. */
export function spanAt(speech: readonly SpeechSpan[], ms: number): SpeechSpan | null {
  const span = speech[spanAfter(speech, ms)];
  return span && span.startMs <= ms ? span : null;
}

/** Returns the parts of the spans that lie within `[fromMs, toMs)`. */
function within(speech: readonly SpeechSpan[], fromMs: number, toMs: number): SpeechSpan[] {
  const parts: SpeechSpan[] = [];
  for (let index = spanAfter(speech, fromMs); index < speech.length; index++) {
    const span = speech[index];
    if (!span || span.startMs >= toMs) break;
    parts.push({ startMs: Math.max(fromMs, span.startMs), endMs: Math.min(toMs, span.endMs) });
  }
  return parts;
}

/** Returns how long somebody speaks within `[fromMs, toMs)`, milliseconds. */
export function speechWithin(speech: readonly SpeechSpan[], fromMs: number, toMs: number): number {
  return within(speech, fromMs, toMs).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}

/** Returns from when to when somebody speaks within `[fromMs, toMs)`, pauses included; null when nobody does. */
export function speechBounds(speech: readonly SpeechSpan[], fromMs: number, toMs: number): SpeechSpan | null {
  const parts = within(speech, fromMs, toMs);
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last ? { startMs: first.startMs, endMs: last.endMs } : null;
}

/** Returns where speech begins or ends next to a moment; the moment itself where there is no speech at all. */
export function nearestEdge(speech: readonly SpeechSpan[], ms: number): number {
  const index = spanAfter(speech, ms);
  const edges = [speech[index - 1], speech[index]].flatMap((span) =>
    span ? [span.startMs, span.endMs] : [],
  );
  return edges.reduce(
    (nearest, edge) => (Math.abs(edge - ms) < Math.abs(nearest - ms) ? edge : nearest),
    edges[0] ?? ms,
  );
}
