import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactFrameRate, frameAt, frameStartMs } from './frames.ts';

describe('frames', () => {
  it.each([
    [25, 25],
    [30, 30],
    [29.97, 30_000 / 1001],
    [23.976, 24_000 / 1001],
    [59.94, 60_000 / 1001],
    [50, 50],
    [12.5, 12.5],
    [null, 25],
  ])('%d a second are exactly %d', (measured, exact) => {
    expect(exactFrameRate(measured)).toBe(exact);
  });

  it('begin where they are shown first, in ten hours of any rate', () => {
    const rates = fc.constantFrom(23.976, 24, 25, 29.97, 30, 50, 59.94, 60, 12.5);
    fc.assert(
      fc.property(rates, fc.nat(2_000_000), (measured, frame) => {
        const rate = exactFrameRate(measured);
        const startMs = frameStartMs(frame, rate);
        expect(frameAt(startMs, rate)).toBe(frame);
        if (frame > 0) expect(frameAt(startMs - 1, rate)).toBe(frame - 1);
      }),
    );
  });
});
