import type { Turn } from '../../model/turn.ts';

interface Anchor {
  /** Characters of the turn's text before it. */
  readonly at: number;
  readonly ms: number;
}

/**
 * Returns when a place in a turn's text was said, in milliseconds, by its share of the text between the times that are
 * known there: the turn's start and end and the timestamps within. `nextMs`: when the next turn starts, for a turn
 * without an end. Null for a turn without times.
 */
export function timeAt(turn: Turn, offset: number, nextMs: number | null): number | null {
  const anchors: Anchor[] = turn.startMs === null ? [] : [{ at: 0, ms: turn.startMs }];
  let length = 0;
  for (const inline of turn.content) {
    if (inline.type === 'text') length += inline.text.length;
    else if (inline.type === 'timestamp' && inline.atMs >= (anchors.at(-1)?.ms ?? 0))
      anchors.push({ at: length, ms: inline.atMs });
  }
  const end = turn.endMs ?? nextMs;
  if (end !== null && end >= (anchors.at(-1)?.ms ?? 0)) anchors.push({ at: length, ms: end });
  const before = anchors
    .slice()
    .reverse()
    .find(({ at }) => at <= offset);
  const after = anchors.find(({ at }) => at > offset);
  if (!before) return after?.ms ?? null;
  if (!after) return before.ms;
  return Math.round(before.ms + ((offset - before.at) / (after.at - before.at)) * (after.ms - before.ms));
}
