import type { TurnId } from '../model/ids.ts';
import type { Turn } from '../model/turn.ts';
import type { BoundaryPlace, HeardBoundary } from './review-notes.ts';

/** Where a turn begins or ends. Where one ends and the next begins at the same moment, it is one boundary of both. */
export interface Boundary extends BoundaryPlace {
  readonly ms: number;
  /** The turn that ends here, else null. */
  readonly endsId: TurnId | null;
  /** The turn that begins here, else null. */
  readonly startsId: TurnId | null;
  /** How far it may be moved, milliseconds: no farther than the other edges of its turns. */
  readonly lowestMs: number;
  readonly highestMs: number;
}

/** A turn that is moved keeps at least this much, milliseconds. */
const SHORTEST_MS = 10;

/**
 * Returns the boundaries of a transcript in order of time, ends before starts of the same moment. The joint boundary
 * of two turns that follow each other goes by the second, as the editor moves it.
 */
export function boundariesOf(turns: readonly Turn[], durationMs: number): readonly Boundary[] {
  const boundaries: Boundary[] = [];
  for (const [index, turn] of turns.entries()) {
    const { id, startMs, endMs } = turn;
    const before = turns[index - 1];
    const after = turns[index + 1];
    if (startMs !== null) {
      const joins = before !== undefined && before.endMs === startMs;
      boundaries.push({
        turnId: id,
        edge: 'start',
        ms: startMs,
        endsId: joins ? before.id : null,
        startsId: id,
        lowestMs: joins && before.startMs !== null ? before.startMs + SHORTEST_MS : 0,
        highestMs: (endMs ?? durationMs) - SHORTEST_MS,
      });
    }
    if (endMs !== null && after?.startMs !== endMs)
      boundaries.push({
        turnId: id,
        edge: 'end',
        ms: endMs,
        endsId: id,
        startsId: null,
        lowestMs: (startMs ?? 0) + SHORTEST_MS,
        highestMs: durationMs,
      });
  }
  return boundaries.sort((a, b) => a.ms - b.ms || a.edge.localeCompare(b.edge));
}

const keyOf = ({ turnId, edge }: BoundaryPlace) => `${edge} ${turnId}`;

/** Returns for each boundary whether it was found right where it is now: one that has been moved since was not. */
export function heardOf(
  boundaries: readonly Boundary[],
  heard: readonly HeardBoundary[],
): readonly boolean[] {
  const times = new Map(heard.map((each) => [keyOf(each), each.atMs]));
  return boundaries.map((boundary) => times.get(keyOf(boundary)) === boundary.ms);
}

/** Returns the place of a boundary among the others, or -1. A start that has become joint keeps its place. */
export function indexOfPlace(boundaries: readonly Boundary[], place: BoundaryPlace): number {
  return boundaries.findIndex(({ turnId, edge }) => turnId === place.turnId && edge === place.edge);
}

/** Returns the first place behind `from` that is not heard yet, beginning anew at the end; null when all are. */
export function nextUnheard(heard: readonly boolean[], from: number): number | null {
  for (let step = 1; step <= heard.length; step++) {
    const index = (from + step) % heard.length;
    if (!heard[index]) return index;
  }
  return null;
}
