import { cutFault, proposeCuts, type Take, turnsOfTake } from '../../shared/bundle/takes.ts';
import { formatTime, parseTime } from '../../shared/model/time.ts';
import type { Turn } from '../../shared/model/turn.ts';

/** How a recording is to be divided, as a person edits it: `cuts[n]` is where take n + 1 ends and the next begins. */
export interface TakePlan {
  readonly names: readonly string[];
  /** As typed. */
  readonly cuts: readonly string[];
}

export const FEWEST_TAKES = 2;
export const MOST_TAKES = 12;

/** Returns a plan with proposed cuts; names that were given stay. */
export function proposePlan(
  before: TakePlan | null,
  count: number,
  facts: {
    readonly turns: readonly Turn[];
    readonly durationMs: number;
    readonly quietMs: readonly number[];
    readonly nameOf: (number: number) => string;
  },
): TakePlan {
  const cuts = proposeCuts(facts.turns, facts.durationMs, count, facts.quietMs);
  const names = Array.from({ length: count }, (_, index) => before?.names[index] ?? facts.nameOf(index + 1));
  return { names, cuts: cuts.map((ms) => formatTime(ms, 'h:mm:ss.mmm')) };
}

export interface PlannedTake extends Omit<Take, 'id'> {
  readonly turnCount: number;
}

/** What a plan comes to, and what is wrong with it: the number of a cut that cannot be, of a take without a name. */
export interface ReadPlan {
  readonly takes: readonly PlannedTake[];
  readonly wrongCut: number | null;
  readonly unnamed: number | null;
}

/** Reads a plan. Where a cut is no time, the takes are those of the cuts that are. */
export function readPlan({ names, cuts }: TakePlan, turns: readonly Turn[], durationMs: number): ReadPlan {
  const times = cuts.map(parseTime);
  const noTime = times.indexOf(null);
  const edges = [0, ...times.map((ms) => ms ?? 0), durationMs];
  const takes = names.map((name, index) => {
    const span = { startMs: edges[index] ?? 0, endMs: edges[index + 1] ?? durationMs };
    return { name: name.trim(), ...span, turnCount: turnsOfTake(turns, span).size };
  });
  const wrongCut = noTime >= 0 ? noTime : cutFault(edges.slice(1, -1), durationMs);
  const unnamed = takes.findIndex(({ name }) => name === '');
  return { takes, wrongCut, unnamed: unnamed < 0 ? null : unnamed };
}
