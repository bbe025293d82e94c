/** Who goes for tea does not listen: no boundary counts for more. */
const LONGEST_STEP_MS = 60_000;
/** Fewer tell nothing. */
const FEWEST_STEPS = 3;

/**
 * Returns about how many minutes the boundaries that are left will take, at the pace of those heard in this sitting:
 * `heardAtMs` are the moments at which they were found right, the first entry that at which listening began. Null
 * until a few have been heard; at least 1.
 */
export function minutesLeft(heardAtMs: readonly number[], left: number): number | null {
  const steps = heardAtMs
    .slice(1)
    .map((at, index) => Math.min(LONGEST_STEP_MS, at - (heardAtMs[index] ?? at)));
  if (steps.length < FEWEST_STEPS || left === 0) return null;
  const meanMs = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return Math.max(1, Math.round((meanMs * left) / 60_000));
}
