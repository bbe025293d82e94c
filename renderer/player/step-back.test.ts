import { expect, test } from 'vitest';
import { stepBackMs } from './step-back.ts';

test.each([
  ['at the pause itself', 2000, true, 0, 2000],
  ['after a short pause', 2000, true, 59_999, 2000],
  ['after a minute', 2000, true, 60_000, 4000],
  ['after ten minutes', 2000, true, 600_000, 8000],
  ['when no more is wanted', 2000, false, 600_000, 2000],
  ['when nothing is set', 0, true, 600_000, 0],
])('%s', (_name, stepMs, more, pausedForMs, expected) => {
  expect(stepBackMs(stepMs, more, pausedForMs)).toBe(expected);
});
