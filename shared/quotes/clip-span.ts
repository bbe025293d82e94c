import type { TimeSpan } from '../model/annotation.ts';

/** What is kept of the sound before and behind a quote, in milliseconds. */
export interface Padding {
  readonly beforeMs: number;
  readonly afterMs: number;
}

/**
 * Returns what of a recording is cut out for a quote: with its padding, within the recording, and without anything that is
 * off the record beside it. Null where something off the record is heard in the quote itself.
 */
export function clipSpan(
  { startMs, endMs }: TimeSpan,
  { beforeMs, afterMs }: Padding,
  durationMs: number,
  secrets: readonly TimeSpan[],
): TimeSpan | null {
  if (secrets.some((secret) => secret.startMs < endMs && secret.endMs > startMs)) return null;
  const from = secrets.filter((secret) => secret.endMs <= startMs).map((secret) => secret.endMs);
  const to = secrets.filter((secret) => secret.startMs >= endMs).map((secret) => secret.startMs);
  return {
    startMs: Math.max(0, startMs - beforeMs, ...from),
    endMs: Math.min(durationMs, endMs + afterMs, ...to),
  };
}
