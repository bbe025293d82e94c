import { expect, it } from 'vitest';
import { quietMoments } from './quiet-moments.ts';

/** Ten seconds of loud sound with silences of half a second. */
function soundWith(...silencesMs: number[]) {
  const max = new Int16Array(1000).fill(20_000);
  for (const ms of silencesMs) max.fill(0, ms / 10, ms / 10 + 50);
  return { max, min: max.map((value) => -value) };
}

it('finds the silence near a time, and looks no further than it may', () => {
  const sound = soundWith(2000, 6000);
  const [near] = quietMoments(sound, [5500], 1500);
  expect(near).toBeGreaterThanOrEqual(6000);
  expect(near).toBeLessThanOrEqual(6500);
  const [other] = quietMoments(sound, [4000], 1000);
  expect(other).toBeGreaterThanOrEqual(3000);
  expect(other).toBeLessThanOrEqual(5000);
});

it('finds nothing where there is no sound', () => {
  expect(quietMoments(soundWith(), [20_000], 1000)).toEqual([]);
});
