import type { TurnId } from '../model/ids.ts';
import type { Turn } from '../model/turn.ts';

/**
 * Returns their turns of a translation so that a row that both sides have begun to translate since they parted is one
 * turn with two versions, and not two turns: theirs then goes by the id that it has on my side.
 */
export function asOneRow(
  base: readonly Turn[],
  mine: readonly Turn[],
  theirs: readonly Turn[],
): readonly Turn[] {
  const ids = (turns: readonly Turn[]) => new Set(turns.map(({ id }) => id));
  const before = ids(base);
  const own = onlyOnesOf(mine, new Set([...before, ...ids(theirs)]));
  const others = onlyOnesOf(theirs, new Set([...before, ...ids(mine)]));
  return theirs.map((turn) => {
    const rowId = turn.translates?.turnId;
    if (rowId === undefined || others.get(rowId) !== turn) return turn;
    const id = own.get(rowId)?.id;
    return id ? { ...turn, id } : turn;
  });
}

/** Returns the new turns that are alone in their rows, by what they translate. */
function onlyOnesOf(turns: readonly Turn[], known: ReadonlySet<TurnId>): ReadonlyMap<TurnId, Turn> {
  const rows = new Map<TurnId, Turn[]>();
  for (const turn of turns)
    if (turn.translates)
      rows.set(turn.translates.turnId, [...(rows.get(turn.translates.turnId) ?? []), turn]);
  return new Map(
    [...rows].flatMap(([rowId, [turn, ...others]]) =>
      turn && others.length === 0 && !known.has(turn.id) ? [[rowId, turn] as const] : [],
    ),
  );
}
