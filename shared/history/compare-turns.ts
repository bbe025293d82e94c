import type { TurnId } from '../model/ids.ts';
import { byOrder } from '../model/transcript-diff.ts';
import type { PlacedTurn } from '../model/turn.ts';

/** A turn that differs between two moments; null where it was not there. */
export interface TurnChange {
  readonly before: PlacedTurn | null;
  readonly after: PlacedTurn | null;
  /** Whether it stands at another place among the turns that both moments have. */
  readonly moved: boolean;
}

/** Returns the turns that differ, in the order of the text. Another key for the same place is no difference. */
export function compareTurns(
  before: readonly PlacedTurn[],
  after: readonly PlacedTurn[],
): readonly TurnChange[] {
  const earlier = new Map(before.map((turn) => [turn.id, turn]));
  const later = new Map(after.map((turn) => [turn.id, turn]));
  const moved = movedTurns(before, after);
  const changes: TurnChange[] = [];
  for (const turn of after) {
    const was = earlier.get(turn.id) ?? null;
    const isMoved = moved.has(turn.id);
    if (was === null || isMoved || !isSame(was, turn))
      changes.push({ before: was, after: turn, moved: isMoved });
  }
  for (const turn of before)
    if (!later.has(turn.id)) changes.push({ before: turn, after: null, moved: false });
  return changes.sort((a, b) => byOrder(placeOf(a), placeOf(b)));
}

const placeOf = ({ before, after }: TurnChange) => (after ?? before) as PlacedTurn;

function isSame(before: PlacedTurn, after: PlacedTurn): boolean {
  return stable(shownOf(before)) === stable(shownOf(after));
}

/** What a person sees of a turn; who edited or checked it, and when, goes with that. */
const shownOf = ({ speakerId, startMs, endMs, status, content }: PlacedTurn) => ({
  speakerId,
  startMs,
  endMs,
  status,
  content,
});

/** Keys in a settled order, and nothing that is not set. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Returns the fewest turns that have to be moved to bring the common ones into their later order. */
function movedTurns(before: readonly PlacedTurn[], after: readonly PlacedTurn[]): ReadonlySet<TurnId> {
  const places = new Map(before.map((turn, index) => [turn.id, index]));
  const common = after.filter(({ id }) => places.has(id));
  const placeAt = (index: number) => places.get(common[index]?.id as TurnId) ?? -1;
  // Patience sorting: `tails[n]` is where the best rising run of n + 1 turns ends so far.
  const tails: number[] = [];
  const cameFrom: number[] = [];
  for (let index = 0; index < common.length; index++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeAt(tails[middle] ?? -1) < placeAt(index)) low = middle + 1;
      else high = middle;
    }
    cameFrom[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const moved = new Set(common.map(({ id }) => id));
  for (let index = tails.at(-1) ?? -1; index >= 0; index = cameFrom[index] ?? -1)
    moved.delete(common[index]?.id as TurnId);
  return moved;
}
