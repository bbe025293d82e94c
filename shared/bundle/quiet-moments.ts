import { PEAK_MS, type Peaks } from '../audio/peaks.ts';

/** A breath of this length is long enough to cut in. */
const WINDOW_MS = 400;

/**
 * Returns the quietest moment around each of these times, within `reachMs` of it: the middle of the stretch in which the
 * envelope of the sound is least. Milliseconds, as the times are.
 */
export function quietMoments(peaks: Peaks, aroundMs: readonly number[], reachMs: number): readonly number[] {
  const points = peaks.max.length;
  const width = WINDOW_MS / PEAK_MS;
  const loudness = (point: number) => Math.max(peaks.max[point] ?? 0, -(peaks.min[point] ?? 0));
  return aroundMs.flatMap((ms) => {
    const first = Math.max(0, Math.ceil((ms - reachMs) / PEAK_MS));
    const last = Math.min(points, Math.floor((ms + reachMs) / PEAK_MS)) - width;
    if (last < first) return [];
    let sum = 0;
    for (let point = first; point < first + width; point++) sum += loudness(point);
    let best = { sum, point: first };
    for (let point = first + 1; point <= last; point++) {
      sum += loudness(point + width - 1) - loudness(point - 1);
      if (sum < best.sum) best = { sum, point };
    }
    return [best.point * PEAK_MS + WINDOW_MS / 2];
  });
}
