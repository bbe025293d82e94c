import { z } from 'zod';

/** Tells two translations into one language apart. */
export const trackName = z.string().trim().max(100);

const count = z.int().nonnegative();
/** Counted in turns of the original that have words. */
export const translationProgress = z.strictObject({
  empty: count,
  draft: count,
  done: count,
  stale: count,
  total: count,
});
