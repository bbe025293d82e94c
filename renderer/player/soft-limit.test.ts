import { expect, it } from 'vitest';
import { softLimitCurve } from './soft-limit.ts';

/** What the curve makes of a sound that is halved before it. */
function shaped(sound: number): number {
  const curve = softLimitCurve();
  const at = ((Math.max(-1, Math.min(1, sound / 2)) + 1) / 2) * (curve.length - 1);
  return curve[Math.round(at)] ?? Number.NaN;
}

it('leaves sound alone that has room', () => {
  for (const sound of [-0.79, -0.5, 0, 0.1, 0.79]) expect(shaped(sound)).toBeCloseTo(sound, 3);
});

it('keeps everything below full scale, and louder sound louder', () => {
  const sounds = [0.8, 0.9, 1, 1.1, 1.2];
  const out = sounds.map(shaped);
  expect([...out].sort((a, b) => a - b)).toEqual(out);
  for (const sound of [...sounds, 1.9, 3, -3]) expect(Math.abs(shaped(sound))).toBeLessThan(1);
});
