const STEPS_MS = [100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000];
const LABEL_WIDTH = 76;

export interface RulerTicks {
  /** Milliseconds between two labels, and between two marks; marks divide labels. */
  readonly labelMs: number;
  readonly markMs: number;
}

/** Returns how densely to mark the time when a second is `pxPerSecond` wide: labels never touch. */
export function rulerTicks(pxPerSecond: number): RulerTicks {
  const fits = (stepMs: number, width: number) => (stepMs / 1000) * pxPerSecond >= width;
  const labelMs = STEPS_MS.find((step) => fits(step, LABEL_WIDTH)) ?? 1_800_000;
  const markMs = STEPS_MS.find((step) => labelMs % step === 0 && fits(step, 8)) ?? labelMs;
  return { labelMs, markMs };
}
