const LONG_PAUSE_MS = 60_000;
const VERY_LONG_PAUSE_MS = 600_000;

/**
 * Returns how far playing lies back of where it was stopped, milliseconds. `stepMs` is what the person has set;
 * after a minute's pause it is twice that, after ten minutes four times, when `more`.
 */
export function stepBackMs(stepMs: number, more: boolean, pausedForMs: number): number {
  if (!more || pausedForMs < LONG_PAUSE_MS) return stepMs;
  return stepMs * (pausedForMs < VERY_LONG_PAUSE_MS ? 2 : 4);
}
