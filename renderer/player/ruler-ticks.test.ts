import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulerTicks } from './ruler-ticks.ts';

describe('the ruler', () => {
  it.each([
    [8, { labelMs: 10_000, markMs: 1000 }],
    [100, { labelMs: 1000, markMs: 100 }],
    [500, { labelMs: 200, markMs: 100 }],
    [0.1, { labelMs: 1_800_000, markMs: 120_000 }],
  ])('at %d pixels a second', (pxPerSecond, ticks) => {
    expect(rulerTicks(pxPerSecond)).toEqual(ticks);
  });

  it('never lets labels touch, and its marks divide its labels', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 600, noNaN: true }), (pxPerSecond) => {
        const { labelMs, markMs } = rulerTicks(pxPerSecond);
        expect((labelMs / 1000) * pxPerSecond >= 76 || labelMs === 1_800_000).toBe(true);
        expect(labelMs % markMs).toBe(0);
      }),
    );
  });
});
