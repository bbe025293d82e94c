import type { TurnId } from '../model/ids.ts';
import type { Turn } from '../model/turn.ts';

/** A colleague's share of a recording: `[startMs, endMs)`, milliseconds from the start of the media. */
export interface Take {
  readonly id: string;
  /** Whose it is. */
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** Says whether a moment of the recording is within a take; all of them are where there is none. */
export function isInTake(take: Pick<Take, 'startMs' | 'endMs'> | null, atMs: number): boolean {
  return take === null || (atMs >= take.startMs && atMs < take.endMs);
}

/** A take is never proposed shorter than this. */
export const SHORTEST_TAKE_MS = 1000;

/** A place to cut: the longer the silence around it, the better. */
interface Place {
  readonly atMs: number;
  readonly pauseMs: number;
}

/** How far from the equal share a cut may lie, as a part of the share. */
const REACH = 0.15;
/** A pause counts no further than this; a second of it is worth as much as this much distance from the equal share. */
const LONGEST_PAUSE_MS = 3000;
const PAUSE_WORTH = 10;

/**
 * Returns the places between which a recording is divided into `count` takes of about the same length: `count - 1`
 * rising times. Each is moved to the start of a turn near by, rather after a pause than in the flow of speech; where no
 * turn starts near, to one of `quietMs`, moments without speech; else it is the equal share itself.
 */
export function proposeCuts(
  turns: readonly Turn[],
  durationMs: number,
  count: number,
  quietMs: readonly number[] = [],
): readonly number[] {
  const share = durationMs / count;
  const starts = startsOf(turns);
  const quiet = quietMs.map((atMs) => ({ atMs, pauseMs: 0 }));
  const cuts: number[] = [];
  for (let number = 1; number < count; number++) {
    const ideal = number * share;
    const isNear = ({ atMs }: Place) =>
      Math.abs(atMs - ideal) <= share * REACH && atMs > (cuts.at(-1) ?? 0) && atMs < durationMs;
    const near = starts.filter(isNear);
    const places = near.length > 0 ? near : quiet.filter(isNear);
    cuts.push(bestOf(places, ideal) ?? Math.round(ideal));
  }
  return cuts;
}

function startsOf(turns: readonly Turn[]): readonly Place[] {
  let reachedMs = 0;
  return turns.flatMap(({ startMs, endMs }) => {
    if (startMs === null) return [];
    const pauseMs = Math.max(0, startMs - reachedMs);
    // Somebody is speaking across this start.
    const isInside = startMs < reachedMs;
    reachedMs = Math.max(reachedMs, endMs ?? startMs);
    return isInside ? [] : [{ atMs: startMs, pauseMs }];
  });
}

function bestOf(places: readonly Place[], ideal: number): number | null {
  const cost = ({ atMs, pauseMs }: Place) =>
    Math.abs(atMs - ideal) - PAUSE_WORTH * Math.min(pauseMs, LONGEST_PAUSE_MS);
  let best: Place | null = null;
  for (const place of places) if (!best || cost(place) < cost(best)) best = place;
  return best?.atMs ?? null;
}

/** Returns what is wrong with cuts that a person has edited: the index of the first that is not after the one before. */
export function cutFault(cuts: readonly number[], durationMs: number): number | null {
  const edges = [0, ...cuts, durationMs];
  const index = edges.findIndex((edge, at) => at > 0 && edge - (edges[at - 1] ?? 0) < SHORTEST_TAKE_MS);
  return index < 0 ? null : Math.min(index - 1, cuts.length - 1);
}

/** Returns the turns that are a take's own: those that start in it, and behind them those without a time. */
export function turnsOfTake(
  turns: readonly Turn[],
  take: Pick<Take, 'startMs' | 'endMs'>,
): ReadonlySet<TurnId> {
  let atMs = 0;
  const own = new Set<TurnId>();
  for (const { id, startMs } of turns) {
    atMs = startMs ?? atMs;
    if (isInTake(take, atMs)) own.add(id);
  }
  return own;
}
