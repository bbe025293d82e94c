import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { snapToSpeech } from './snap.ts';

const speech = [
  { startMs: 1000, endMs: 3000 },
  { startMs: 3400, endMs: 9000 },
  { startMs: 12_000, endMs: 15_000 },
];

test.each([
  ['a start goes to where speech begins', 3300, 'start', 200, 3400],
  ['not to where it ends', 3050, 'start', 200, null],
  ['an end goes to where speech ends', 9100, 'end', 200, 9000],
  ['a shared edge goes to the nearer of both', 3150, 'both', 200, 3000],
  ['and to the next speech', 3300, 'both', 200, 3400],
  ['far from speech it stays', 10_500, 'both', 200, null],
  ['behind all speech it finds the last edge', 15_100, 'end', 200, 15_000],
  ['before all speech it finds the first', 900, 'start', 200, 1000],
] as const)('%s', (_name, ms, to, reachMs, expected) => {
  expect(snapToSpeech(speech, ms, to, reachMs)).toBe(expected);
});

describe('snapping', () => {
  it('finds the nearest edge of all', () => {
    const lengths = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(lengths, fc.nat(20_000), fc.nat(2000), (pairs, ms, reachMs) => {
        let at = 0;
        const spans = pairs.map(([pauseMs, speechMs]) => {
          const startMs = at + pauseMs;
          at = startMs + speechMs;
          return { startMs, endMs: at };
        });
        const best = Math.min(
          ...spans.flatMap(({ startMs, endMs }) => [startMs, endMs]).map((e) => Math.abs(e - ms)),
        );
        const found = snapToSpeech(spans, ms, 'both', reachMs);
        if (best > reachMs) expect(found).toBeNull();
        else expect(Math.abs((found ?? Number.NaN) - ms)).toBe(best);
      }),
    );
  });
});
