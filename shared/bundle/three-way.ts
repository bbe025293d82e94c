/** Something with an identity that two libraries may have changed apart from each other. */
export interface Identified {
  readonly id: string;
}

/** What two sides made of one thing, where it cannot be told which is meant. Null: the side does not have it. */
export interface Divergence<T> {
  readonly base: T | null;
  readonly mine: T | null;
  readonly theirs: T | null;
}

/** The outcome for one thing: `value` is what both sides amount to, null when it is gone. */
export type Outcome<T> =
  | { readonly kind: 'settled'; readonly value: T | null }
  | { readonly kind: 'conflict'; readonly divergence: Divergence<T> };

export const settled = <T>(value: T | null): Outcome<T> => ({ kind: 'settled', value });

/** Returns whether two values say the same, whatever the order of their keys; an absent key is one without value. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
    if (!isSame(left[key], right[key])) return false;
  return true;
}

/**
 * Merges one thing that is changed as a whole: the side that changed it wins, and where both did so differently it is a
 * conflict. A thing that one side removed and the other left alone is gone.
 */
export function mergeWhole<T>({ base, mine, theirs }: Divergence<T>): Outcome<T> {
  if (isSame(mine, theirs)) return settled(mine);
  if (isSame(theirs, base)) return settled(mine);
  if (isSame(mine, base)) return settled(theirs);
  return { kind: 'conflict', divergence: { base, mine, theirs } };
}

/**
 * Merges one thing field by field. What stands on one side alone is kept: neither side can remove such a thing. The
 * sides of a conflict agree in every field that is none. Without a base, an empty field gives way to a filled one.
 */
export function mergeFields<T extends object>(
  { base, mine, theirs }: Divergence<T>,
  isEmpty: (value: unknown) => boolean,
): Outcome<T> {
  if (!mine || !theirs) return settled(mine ?? theirs);
  const ours: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  let divided = false;
  const [before, left, right] = [base, mine, theirs] as (Record<string, unknown> | null)[];
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const field = mergeField(before ? { value: before[key] } : null, left?.[key], right?.[key], isEmpty);
    if (field.mine !== undefined) ours[key] = field.mine;
    if (field.theirs !== undefined) others[key] = field.theirs;
    divided ||= field.divided;
  }
  if (!divided) return settled(ours as T);
  return { kind: 'conflict', divergence: { base, mine: ours as T, theirs: others as T } };
}

interface Field {
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly divided: boolean;
}

const agreed = (value: unknown): Field => ({ mine: value, theirs: value, divided: false });

function mergeField(
  base: { readonly value: unknown } | null,
  mine: unknown,
  theirs: unknown,
  isEmpty: (value: unknown) => boolean,
): Field {
  if (isSame(mine, theirs)) return agreed(mine);
  if (base && isSame(theirs, base.value)) return agreed(mine);
  if (base && isSame(mine, base.value)) return agreed(theirs);
  if (!base && isEmpty(theirs)) return agreed(mine);
  if (!base && isEmpty(mine)) return agreed(theirs);
  return { mine, theirs, divided: true };
}

/** Returns what each side has of every thing that any of them has, in the order in which they name them. */
export function divergences<T extends Identified>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
): ReadonlyMap<T['id'], Divergence<T>> {
  const [bases, ours, others] = [base, mine, theirs].map(
    (list) => new Map(list.map((each) => [each.id, each])),
  ) as [Map<string, T>, Map<string, T>, Map<string, T>];
  const found = new Map<T['id'], Divergence<T>>();
  for (const { id } of [...mine, ...theirs, ...base])
    found.set(id, {
      base: bases.get(id) ?? null,
      mine: ours.get(id) ?? null,
      theirs: others.get(id) ?? null,
    });
  return found;
}
