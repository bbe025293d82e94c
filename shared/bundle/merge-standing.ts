import type { SpeakerId } from '../model/ids.ts';
import type { Speaker } from '../model/speaker.ts';
import { mergeSpeaker } from './merge-speaker.ts';
import type { Divergence, Outcome } from './three-way.ts';

/** Speakers who hang together by standing for one another; in the order in which the sides name them. */
export type Circle = ReadonlySet<SpeakerId>;

type Outcomes = ReadonlyMap<SpeakerId, Outcome<Speaker>>;

/** For whom a speaker may come to stand, whatever is decided. */
function targetsOf(outcome: Outcome<Speaker>): readonly SpeakerId[] {
  const { mine, theirs } =
    outcome.kind === 'settled' ? { mine: outcome.value, theirs: null } : outcome.divergence;
  return [mine?.mergedInto, theirs?.mergedInto].flatMap((id) => id ?? []);
}

/**
 * Returns the groups of speakers in which somebody might come to stand for himself: one side lets A stand for B, the
 * other B for A. Each group holds all who hang together with them, so that one side's word for a whole group is free of
 * circles as that side is.
 */
export function circlesOf(outcomes: Outcomes): readonly Circle[] {
  const targets = new Map([...outcomes].map(([id, outcome]) => [id, new Set(targetsOf(outcome))]));
  // Whoever stands for nobody, and whoever leads only there, is in no circle.
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [id, own] of targets) {
      for (const target of own) if (!targets.has(target)) own.delete(target);
      if (own.size === 0) isChanged = targets.delete(id);
    }
  }
  if (targets.size === 0) return [];
  return togetherWith(outcomes).filter((group) => [...group].some((id) => targets.has(id)));
}

/** Returns the groups of all who hang together, in any direction. */
function togetherWith(outcomes: Outcomes): readonly Circle[] {
  const neighbours = new Map([...outcomes.keys()].map((id) => [id, new Set<SpeakerId>()]));
  for (const [id, outcome] of outcomes)
    for (const target of targetsOf(outcome)) {
      neighbours.get(id)?.add(target);
      neighbours.get(target)?.add(id);
    }
  const seen = new Set<SpeakerId>();
  return [...neighbours.keys()].flatMap((first): Circle[] => {
    if (seen.has(first)) return [];
    const group = new Set([first]);
    for (const id of group) for (const next of neighbours.get(id) ?? []) group.add(next);
    for (const id of group) seen.add(id);
    return [group];
  });
}

/** Says whether one of these speakers stands for himself in the end. */
export function hasCircle(speakers: readonly Speaker[]): boolean {
  return circlesOf(new Map(speakers.map((value) => [value.id, { kind: 'settled', value }]))).length > 0;
}

/** Merges a speaker of a circle in all but for whom he stands, which is decided for the circle as a whole. */
export function mergeInCircle({ base, mine, theirs }: Divergence<Speaker>): Outcome<Speaker> {
  const mergedInto = (mine ?? theirs)?.mergedInto ?? null;
  const alike = (speaker: Speaker | null) => speaker && { ...speaker, mergedInto };
  return mergeSpeaker({ base: alike(base), mine: alike(mine), theirs: alike(theirs) });
}
