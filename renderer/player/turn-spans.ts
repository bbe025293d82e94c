import type { SpeakerId, TurnId } from '../../shared/model/ids.ts';
import type { Turn } from '../../shared/model/turn.ts';

/** A turn as it lies on the recording. */
export interface TurnSpan {
  readonly id: TurnId;
  readonly speakerId: SpeakerId | null;
  readonly startMs: number;
  readonly endMs: number;
  /** Whether the end is not set yet, and `endMs` is where the next turn starts, or the recording ends. */
  readonly open: boolean;
  /** The turn that ends exactly where this one starts. */
  readonly touches: TurnId | null;
  /** Whether another turn starts exactly where this one ends. */
  readonly touched: boolean;
}

/** Spans by their start, and how far those up to each index reach. */
export interface TurnSpans {
  readonly spans: readonly TurnSpan[];
  readonly reachMs: readonly number[];
  readonly byId: ReadonlyMap<TurnId, TurnSpan>;
}

/** Returns the turns that have a start, as they lie on a recording of `durationMs`. */
export function turnSpans(turns: readonly Turn[], durationMs: number): TurnSpans {
  const timed = turns.filter((turn): turn is Turn & { startMs: number } => turn.startMs !== null);
  const sorted = timed.sort((a, b) => a.startMs - b.startMs);
  const starts = new Set(sorted.map(({ startMs }) => startMs));
  const endingAt = new Map<number, TurnId>();
  for (const { id, endMs, startMs } of sorted) if (endMs !== null && endMs > startMs) endingAt.set(endMs, id);

  const spans: TurnSpan[] = [];
  let nextStartMs = durationMs;
  for (let index = sorted.length - 1; index >= 0; index--) {
    const { id, speakerId, startMs, endMs } = sorted[index] as (typeof sorted)[number];
    spans.push({
      id,
      speakerId,
      startMs,
      endMs: endMs ?? Math.max(startMs, nextStartMs),
      open: endMs === null,
      touches: endingAt.get(startMs) ?? null,
      touched: endMs !== null && endMs > startMs && starts.has(endMs),
    });
    if (index > 0 && sorted[index - 1]?.startMs !== startMs) nextStartMs = startMs;
  }
  spans.reverse();

  let reach = 0;
  const reachMs = spans.map(({ endMs }) => {
    reach = Math.max(reach, endMs);
    return reach;
  });
  return { spans, reachMs, byId: new Map(spans.map((span) => [span.id, span])) };
}

/** Returns the spans that overlap `[fromMs, toMs)`, in order. Takes no longer for a longer transcript. */
export function visibleSpans({ spans, reachMs }: TurnSpans, fromMs: number, toMs: number): TurnSpan[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.startMs ?? 0) < toMs) low = middle + 1;
    else high = middle;
  }
  const visible: TurnSpan[] = [];
  for (let index = low - 1; index >= 0 && (reachMs[index] ?? 0) > fromMs; index--) {
    const span = spans[index];
    if (span && span.endMs > fromMs) visible.push(span);
  }
  return visible.reverse();
}

/** Returns whether two lists of turns look the same on the waveform. */
export function sameSpans(before: readonly Turn[], after: readonly Turn[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((turn, index) => {
    const other = after[index];
    if (turn === other) return true;
    return (
      turn.id === other?.id &&
      turn.startMs === other.startMs &&
      turn.endMs === other.endMs &&
      turn.speakerId === other.speakerId
    );
  });
}

/** Returns how far an edge may be moved, milliseconds. An edge two turns share stays between their other edges. */
export function edgeLimits(
  { byId }: TurnSpans,
  span: TurnSpan,
  edge: 'start' | 'end',
  alone: boolean,
  durationMs: number,
): { readonly lowestMs: number; readonly highestMs: number } {
  if (edge === 'end') return { lowestMs: span.startMs, highestMs: durationMs };
  const before = alone || span.touches === null ? undefined : byId.get(span.touches);
  return { lowestMs: before?.startMs ?? 0, highestMs: span.endMs };
}
