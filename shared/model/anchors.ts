import type { AnnotationId } from './ids.ts';
import { annotationsOn, type Inline, type Turn } from './turn.ts';

/** Where an annotation stands in one turn. */
export interface Anchor {
  readonly id: AnnotationId;
  /** The words that it stands on. */
  readonly words: string;
  /** When they begin and end, as far as the times of the turn and inside it tell; null where they do not. */
  readonly startMs: number | null;
  readonly endMs: number | null;
}

const known = new WeakMap<Pick<Turn, 'content'>, readonly Anchor[]>();

/** Returns the annotations that stand in a turn, in the order in which they begin; the same array for the same turn. */
export function anchorsIn(turn: Pick<Turn, 'content' | 'startMs' | 'endMs'>): readonly Anchor[] {
  const made = known.get(turn);
  if (made) return made;
  const anchors = readAnchors(turn);
  known.set(turn, anchors);
  return anchors;
}

const NONE: readonly Anchor[] = [];

function readAnchors({
  content,
  startMs,
  endMs,
}: Pick<Turn, 'content' | 'startMs' | 'endMs'>): readonly Anchor[] {
  if (!content.some((inline) => annotationsOn(inline).length > 0)) return NONE;
  const found = new Map<AnnotationId, { words: string; from: number; to: number }>();
  let at = 0;
  for (const inline of content) {
    if (inline.type !== 'text') continue;
    const end = at + inline.text.length;
    for (const id of annotationsOn(inline)) {
      const anchor = found.get(id);
      if (!anchor) found.set(id, { words: inline.text, from: at, to: end });
      else found.set(id, { words: anchor.words + inline.text, from: anchor.from, to: end });
    }
    at = end;
  }
  const timeOf = timesWithin(content, startMs, endMs);
  return [...found].map(([id, { words, from, to }]) => ({
    id,
    words,
    startMs: timeOf(from),
    endMs: timeOf(to),
  }));
}

/** Returns what tells when a letter is said: evenly between the start, the timestamps inside and the end of a turn. */
function timesWithin(
  content: readonly Inline[],
  startMs: number | null,
  endMs: number | null,
): (letter: number) => number | null {
  const marks: { at: number; ms: number }[] = startMs === null ? [] : [{ at: 0, ms: startMs }];
  let at = 0;
  for (const inline of content) {
    if (inline.type === 'text') at += inline.text.length;
    const ms = inline.type === 'timestamp' ? inline.atMs : null;
    if (ms !== null && ms >= (marks.at(-1)?.ms ?? 0) && ms <= (endMs ?? ms)) marks.push({ at, ms });
  }
  if (endMs !== null) marks.push({ at, ms: endMs });
  return (letter) => {
    const before = marks.filter((mark) => mark.at <= letter).at(-1);
    const after = marks.find((mark) => mark.at > letter);
    if (!before || !after) return before?.ms ?? after?.ms ?? null;
    return Math.round(before.ms + ((letter - before.at) / (after.at - before.at)) * (after.ms - before.ms));
  };
}

/** Returns what tells when a letter of a turn's text is said, as far as its times and those inside it tell. */
export function letterTimes({
  content,
  startMs,
  endMs,
}: Pick<Turn, 'content' | 'startMs' | 'endMs'>): (letter: number) => number | null {
  return timesWithin(content, startMs, endMs);
}

/** Returns the annotations that stand in a turn, each once. */
export function annotationsIn(turn: Pick<Turn, 'content'>): ReadonlySet<AnnotationId> {
  return new Set(turn.content.flatMap(annotationsOn));
}
