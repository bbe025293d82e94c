import type { TurnId } from './ids.ts';
import type { PlacedTurn } from './turn.ts';

/** A change to a transcript: turns to write whole, by id, and turns to remove. No id stands in both. */
export interface TranscriptDiff {
  readonly put: readonly PlacedTurn[];
  readonly remove: readonly TurnId[];
}

/** What a diff did: the diff, and the turns that it replaced or removed as they were before it. */
export interface AppliedDiff extends TranscriptDiff {
  readonly was: readonly PlacedTurn[];
}

/** Returns the diff that undoes `applied`, for a transcript in which nothing else has changed since. */
export function invertDiff(applied: AppliedDiff): AppliedDiff {
  const existed = new Set(applied.was.map((turn) => turn.id));
  return {
    put: applied.was,
    remove: applied.put.map((turn) => turn.id).filter((id) => !existed.has(id)),
    was: applied.put,
  };
}

/** Returns the turns after the diff, in transcript order. */
export function applyDiff(turns: readonly PlacedTurn[], diff: TranscriptDiff): readonly PlacedTurn[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  for (const id of diff.remove) byId.delete(id);
  for (const turn of diff.put) byId.set(turn.id, turn);
  return [...byId.values()].sort(byOrder);
}

/** Compares by place in the transcript; ids break a tie, so that the order is total. */
export function byOrder(a: PlacedTurn, b: PlacedTurn): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
