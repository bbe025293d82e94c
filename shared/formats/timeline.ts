import type { TimedTurn } from './tiers.ts';

/** A point of a timeline; points whose time is not known have a place in it all the same. */
export interface TimePoint {
  /** `T0`, `T1` and so on, in the order of time. */
  readonly id: string;
  readonly atMs: number | null;
}

/** What formats with a common timeline refer to. */
export interface Timeline {
  readonly points: readonly TimePoint[];
  startOf(turn: TimedTurn): string;
  endOf(turn: TimedTurn): string;
  /** The point of a known time, one of `moments`. */
  at(atMs: number): string;
}

interface Place {
  readonly atMs: number | null;
  readonly orderMs: number;
}

/**
 * Returns the timeline of the turns and of other moments: one point for each known time, and one for each that is not
 * known, between its neighbours.
 */
export function timelineOf(turns: readonly TimedTurn[], moments: readonly number[]): Timeline {
  const known = new Map<number, Place>();
  const places: Place[] = [];
  const add = (place: Place) => {
    places.push(place);
    return place;
  };
  const knownAt = (atMs: number): Place => {
    const place = known.get(atMs) ?? add({ atMs, orderMs: atMs });
    known.set(atMs, place);
    return place;
  };
  const placeOf = (setMs: number | null, orderMs: number) =>
    setMs === null ? add({ atMs: null, orderMs }) : knownAt(orderMs);
  for (const atMs of moments) knownAt(atMs);
  const edges = new Map(
    turns.map((turn) => [
      turn,
      { start: placeOf(turn.turn.startMs, turn.startMs), end: placeOf(turn.turn.endMs, turn.endMs) },
    ]),
  );
  places.sort((a, b) => a.orderMs - b.orderMs);
  const ids = new Map<Place | undefined, string>(places.map((place, index) => [place, `T${index}`]));
  const idOf = (place: Place | undefined) => ids.get(place) ?? 'T0';
  return {
    points: places.map((place) => ({ id: idOf(place), atMs: place.atMs })),
    startOf: (turn) => idOf(edges.get(turn)?.start),
    endOf: (turn) => idOf(edges.get(turn)?.end),
    at: (atMs) => idOf(known.get(atMs)),
  };
}
