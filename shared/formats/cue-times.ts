import type { SubtitleOptions } from './format.ts';

/** A stretch of time in integer milliseconds, half-open. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** A turn as its times matter here. `weight`: characters spoken. */
export interface TimedText {
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly weight: number;
}

/** Slow reading aloud. */
const MS_PER_CHARACTER = 65;
const SHORTEST_READING_MS = 1000;
/** A cue pushed aside by another is shown at least so long. */
const SHORTEST_CUE_MS = 400;

/** What of the subtitle options times obey. */
export type CuePace = Pick<SubtitleOptions, 'charactersPerSecond' | 'minimumGapMs'>;

const readableMs = (weight: number, { charactersPerSecond }: CuePace) =>
  charactersPerSecond === null ? 0 : Math.ceil((weight * 1000) / charactersPerSecond);

const likelyMs = ({ weight }: TimedText, pace: CuePace) =>
  Math.max(SHORTEST_READING_MS, weight * MS_PER_CHARACTER, readableMs(weight, pace));

/**
 * Returns a span for each turn, in their order. Times that are set stay. Turns without times share the gap between
 * their neighbours in proportion to their text, so that no text is missing from a file made of times.
 */
export function turnSpans(turns: readonly TimedText[], pace: CuePace): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  while (from < turns.length) {
    let to = from + 1;
    while (turns[to - 1]?.endMs === null && turns[to]?.startMs === null) to++;
    const group = turns.slice(from, to);
    spans.push(...groupSpans(group, pace, spans.at(-1)?.endMs ?? 0, turns[to]?.startMs ?? null));
    from = to;
  }
  return spans;
}

/** Places turns that follow one another between the first's start and the last's end, where these are set. */
function groupSpans(
  group: readonly TimedText[],
  pace: CuePace,
  afterMs: number,
  beforeMs: number | null,
): readonly Span[] {
  const setEndMs = group.at(-1)?.endMs ?? null;
  const startMs = group[0]?.startMs ?? Math.min(afterMs, setEndMs ?? afterMs);
  const lengths = group.map((turn) => likelyMs(turn, pace));
  const totalMs = lengths.reduce((sum, ms) => sum + ms, 0);
  const room = (endMs: number | null) => (endMs !== null && endMs > startMs ? endMs - startMs : null);
  const lengthMs = setEndMs === null ? Math.min(totalMs, room(beforeMs) ?? totalMs) : (room(setEndMs) ?? 0);
  return shareSpan({ startMs, endMs: startMs + lengthMs }, lengths, 0);
}

/**
 * Shares a span out in proportion to weights. Each part gets `leastMs` at least: a span too short for that is
 * made longer.
 */
export function shareSpan(span: Span, weights: readonly number[], leastMs = 1): readonly Span[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const lengthMs = Math.max(span.endMs - span.startMs, weights.length * leastMs);
  let shared = 0;
  let startMs = span.startMs;
  return weights.map((weight, index) => {
    shared += weight;
    const idealMs = span.startMs + Math.round((lengthMs * shared) / total);
    const latestMs = span.startMs + lengthMs - (weights.length - 1 - index) * leastMs;
    const endMs = Math.max(startMs + leastMs, Math.min(idealMs, latestMs));
    const part = { startMs, endMs };
    startMs = endMs;
    return part;
  });
}

/**
 * Returns the spans without overlap, for formats that show one cue at a time. `spans` are sorted by start; `cues`
 * tells how many cues each must show. A span ends where the next begins; one that is then too short for its cues
 * keeps a short time, and the next waits.
 */
export function withoutOverlap(spans: readonly Span[], cues: readonly number[]): readonly Span[] {
  let freeMs = 0;
  return spans.map((span, index) => {
    const count = cues[index] ?? 1;
    const leastMs = Math.max(count, Math.min(count * SHORTEST_CUE_MS, span.endMs - span.startMs));
    const startMs = Math.max(span.startMs, freeMs);
    const nextMs = spans[index + 1]?.startMs ?? Number.POSITIVE_INFINITY;
    const endMs = Math.max(startMs + leastMs, Math.min(span.endMs, nextMs));
    freeMs = endMs;
    return { startMs, endMs };
  });
}

/**
 * Returns the spans, sorted by start, each as long as its `weights` characters take to read at the pace, as far as
 * the next one's start allows.
 */
export function readableSpans(
  spans: readonly Span[],
  weights: readonly number[],
  pace: CuePace,
): readonly Span[] {
  return spans.map(({ startMs, endMs }, index) => {
    const nextMs = spans[index + 1]?.startMs ?? Number.POSITIVE_INFINITY;
    const wantedMs = startMs + readableMs(weights[index] ?? 0, pace);
    return { startMs, endMs: Math.max(endMs, Math.min(wantedMs, nextMs - pace.minimumGapMs)) };
  });
}

/** Returns the cues, sorted by start, each ended so early that the gap to the next is kept; overlaps stay. */
export function spacedCues<T extends Span>(cues: readonly T[], { minimumGapMs }: CuePace): readonly T[] {
  if (minimumGapMs === 0) return cues;
  return cues.map((cue, index) => {
    const nextMs = cues[index + 1]?.startMs ?? Number.POSITIVE_INFINITY;
    if (nextMs < cue.endMs || nextMs - cue.endMs >= minimumGapMs) return cue;
    const earliestMs = Math.min(cue.endMs, cue.startMs + SHORTEST_CUE_MS);
    return { ...cue, endMs: Math.max(earliestMs, nextMs - minimumGapMs) };
  });
}
