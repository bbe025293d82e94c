import type { TurnId } from '../model/ids.ts';
import type { Turn } from '../model/turn.ts';

/** How the turns that both sides have stand to each other: as both have them, as one side moved them, or unsettled. */
export type OrderOutcome = 'mine' | 'theirs' | 'conflict';

const idsOf = (turns: readonly Turn[], among: ReadonlySet<TurnId>) =>
  turns.map((turn) => turn.id).filter((id) => among.has(id));

const setOf = (turns: readonly Turn[]) => new Set(turns.map((turn) => turn.id));

const areEqual = (a: readonly TurnId[], b: readonly TurnId[]) =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** Says whose order holds for the turns that both sides have. Only turns that were moved make a difference. */
export function mergeOrder(
  base: readonly Turn[],
  mine: readonly Turn[],
  theirs: readonly Turn[],
): OrderOutcome {
  const inMine = setOf(mine);
  const inBoth = new Set([...setOf(theirs)].filter((id) => inMine.has(id)));
  if (areEqual(idsOf(mine, inBoth), idsOf(theirs, inBoth))) return 'mine';
  const known = new Set([...setOf(base)].filter((id) => inBoth.has(id)));
  const before = idsOf(base, known);
  if (areEqual(idsOf(theirs, known), before)) return 'mine';
  if (areEqual(idsOf(mine, known), before)) return 'theirs';
  return 'conflict';
}

/**
 * Returns the ids of `kept` in one sequence. Turns of both sides stand as `whose` has them. A turn of one side alone
 * stays behind the turn that it followed there; where both sides have added turns in one place, these are ordered by
 * time, and neither side's are torn apart without one. The same whichever side is called mine.
 */
export function sequence(
  mine: readonly Turn[],
  theirs: readonly Turn[],
  kept: ReadonlyMap<TurnId, Turn>,
  whose: 'mine' | 'theirs',
): readonly TurnId[] {
  const ours = mine.filter((turn) => kept.has(turn.id));
  const others = theirs.filter((turn) => kept.has(turn.id));
  const inMine = setOf(ours);
  const inBoth = new Set([...setOf(others)].filter((id) => inMine.has(id)));
  const ourRuns = runsBehind(ours, inBoth);
  const otherRuns = runsBehind(others, inBoth);
  const startOf = (id: TurnId | null) => (id === null ? null : (kept.get(id)?.startMs ?? null));
  const behind = (id: TurnId | null) =>
    mergeRuns(ourRuns.get(id) ?? [], otherRuns.get(id) ?? [], startOf(id), startOf);
  const spine = idsOf(whose === 'mine' ? ours : others, inBoth);
  return [...behind(null), ...spine.flatMap((id) => [id, ...behind(id)])];
}

/** The turns of one side alone, by the turn of both that they follow; null: they begin the transcript. */
function runsBehind(
  turns: readonly Turn[],
  inBoth: ReadonlySet<TurnId>,
): ReadonlyMap<TurnId | null, readonly TurnId[]> {
  const runs = new Map<TurnId | null, TurnId[]>();
  let anchor: TurnId | null = null;
  for (const { id } of turns) {
    const run = runs.get(anchor);
    if (inBoth.has(id)) anchor = id;
    else if (run) run.push(id);
    else runs.set(anchor, [id]);
  }
  return runs;
}

function mergeRuns(
  a: readonly TurnId[],
  b: readonly TurnId[],
  fromMs: number | null,
  startOf: (id: TurnId) => number | null,
): readonly TurnId[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const [first, second] = (a[0] ?? '') < (b[0] ?? '') ? [a, b] : [b, a];
  const times = timesOf(first, fromMs, startOf);
  const otherTimes = timesOf(second, fromMs, startOf);
  const merged: TurnId[] = [];
  let next = 0;
  for (const [index, id] of first.entries()) {
    while (next < second.length && (otherTimes[next] ?? 0) < (times[index] ?? 0)) {
      merged.push(...second.slice(next, next + 1));
      next++;
    }
    merged.push(id);
  }
  return [...merged, ...second.slice(next)];
}

/** When each turn of a run is said, as far as that is known: a turn without a time goes with the one before it. */
function timesOf(
  run: readonly TurnId[],
  fromMs: number | null,
  startOf: (id: TurnId) => number | null,
): readonly number[] {
  let latest = fromMs ?? -1;
  return run.map((id) => {
    latest = startOf(id) ?? latest;
    return latest;
  });
}
