import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutFault, proposeCuts, turnsOfTake } from './takes.ts';
import { turnId, turnOf } from './testing/arbitrary-sides.ts';

const HOUR_MS = 3_600_000;
const spoken = (...spans: (readonly [number, number])[]) =>
  spans.map(([startMs, endMs], index) => turnOf(index, '', { startMs, endMs }));

describe('proposed cuts', () => {
  it('are equal shares of a recording without text', () => {
    expect(proposeCuts([], HOUR_MS, 4)).toEqual([900_000, 1_800_000, 2_700_000]);
  });

  it('lie where a turn starts, rather after a pause', () => {
    const turns = spoken([0, 50_000], [50_000, 56_000], [59_000, 90_000], [90_000, 120_000]);
    expect(proposeCuts(turns, 120_000, 2)).toEqual([59_000]);
  });

  it('do not lie where somebody else is still speaking', () => {
    expect(proposeCuts(spoken([0, 63_000], [60_000, 61_000], [64_000, 120_000]), 120_000, 2)).toEqual([
      64_000,
    ]);
  });

  it('lie in a silence where no turn starts near', () => {
    expect(proposeCuts(spoken([0, 10_000]), 120_000, 2, [1000, 57_000, 90_000])).toEqual([57_000]);
  });

  it('rise and leave no take empty, whatever the transcript', () => {
    const time = fc.nat(HOUR_MS);
    const turns = fc
      .array(fc.tuple(time, time))
      .map((spans) => spoken(...spans.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)));
    fc.assert(
      fc.property(turns, fc.integer({ min: 2, max: 12 }), (some, count) => {
        const cuts = proposeCuts(some, HOUR_MS, count);
        expect(cuts).toHaveLength(count - 1);
        expect(cutFault(cuts, HOUR_MS)).toBeNull();
      }),
    );
  });
});

describe('edited cuts', () => {
  it.each([
    [[1000, 2000], null],
    [[500, 2000], 0],
    [[2000, 2000], 1],
    [[2000, 1000], 1],
    [[1000, 9500], 1],
    [[], null],
  ])('%j: %s', (cuts, fault) => {
    expect(cutFault(cuts, 10_000)).toBe(fault);
  });
});

it('turns belong to the take that they start in, those without a time to that of the one before', () => {
  const turns = [
    turnOf(0, ''),
    turnOf(1, '', { startMs: null }),
    turnOf(2, ''),
    turnOf(3, '', { startMs: null }),
  ];
  expect([...turnsOfTake(turns, { startMs: 0, endMs: 2000 })]).toEqual([turnId(0), turnId(1)]);
  expect([...turnsOfTake(turns, { startMs: 2000, endMs: 3000 })]).toEqual([turnId(2), turnId(3)]);
});
