import type { HeardBoundary, KeptFinding } from '../review/review-notes.ts';
import { type Divergence, mergeWhole, type Outcome } from './three-way.ts';

/** What tells a finding that was let be from all others. */
export const findingKey = ({ check, turnId }: KeptFinding): string => `${check} ${turnId}`;

/** What tells a boundary that was heard from all others. */
export const boundaryKey = ({ turnId, edge }: HeardBoundary): string => `${turnId} ${edge}`;

/** Returns what each side says of every finding that any of them lets be, by its key. */
export function findingDivergences(
  base: readonly KeptFinding[],
  mine: readonly KeptFinding[],
  theirs: readonly KeptFinding[],
): ReadonlyMap<string, Divergence<KeptFinding>> {
  const [bases, ours, others] = [base, mine, theirs].map(
    (list) => new Map(list.map((each) => [findingKey(each), each])),
  ) as [Map<string, KeptFinding>, Map<string, KeptFinding>, Map<string, KeptFinding>];
  const keys = new Set([...ours.keys(), ...others.keys()]);
  return new Map(
    [...keys].map((key) => [
      key,
      { base: bases.get(key) ?? null, mine: ours.get(key) ?? null, theirs: others.get(key) ?? null },
    ]),
  );
}

/** Merges a finding that was let be: for the same reason on both sides it is one; who gave it first stays. */
export function mergeFinding({ base, mine, theirs }: Divergence<KeptFinding>): Outcome<KeptFinding> {
  if (mine && theirs && mine.reason === theirs.reason)
    return { kind: 'settled', value: mine.at <= theirs.at ? mine : theirs };
  return mergeWhole({ base, mine, theirs });
}

/**
 * Returns the boundaries that either side has heard. Of one that both have, the later stays: it was heard where the
 * boundary then was, and one that has been moved since counts as not heard.
 */
export function mergeHeard(
  mine: readonly HeardBoundary[],
  theirs: readonly HeardBoundary[],
): readonly HeardBoundary[] {
  const heard = new Map(mine.map((each) => [boundaryKey(each), each]));
  for (const each of theirs) {
    const own = heard.get(boundaryKey(each));
    const isLater = !own || (each.atMs !== own.atMs && each.at > own.at);
    if (isLater || (each.atMs === own.atMs && each.at < own.at)) heard.set(boundaryKey(each), each);
  }
  return [...heard.values()];
}
