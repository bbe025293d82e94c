import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipSpan } from './clip-span.ts';

const QUOTE = { startMs: 10_000, endMs: 20_000 };
const PADDING = { beforeMs: 1000, afterMs: 2000 };

test.each([
  ['with its padding', PADDING, 60_000, [], { startMs: 9000, endMs: 22_000 }],
  ['within the recording', { beforeMs: 15_000, afterMs: 9000 }, 21_000, [], { startMs: 0, endMs: 21_000 }],
  [
    'up to what is secret on either side',
    PADDING,
    60_000,
    [
      { startMs: 0, endMs: 9500 },
      { startMs: 20_300, endMs: 21_000 },
    ],
    { startMs: 9500, endMs: 20_300 },
  ],
  ['not at all where a secret is inside', PADDING, 60_000, [{ startMs: 19_999, endMs: 30_000 }], null],
])('a clip is cut %s', (_, padding, durationMs, secrets, span) => {
  expect(clipSpan(QUOTE, padding, durationMs, secrets)).toEqual(span);
});

test('no clip ever holds anything secret, and each holds its quote', () => {
  const span = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 300 }));
  const spanOf = ([startMs, length]: [number, number]) => ({ startMs, endMs: startMs + length });
  fc.assert(
    fc.property(span, fc.nat(500), fc.nat(500), fc.array(span), (quoted, beforeMs, afterMs, hidden) => {
      const [quote, secrets] = [spanOf(quoted), hidden.map(spanOf)];
      const cut = clipSpan(quote, { beforeMs, afterMs }, 2000, secrets);
      const hits = secrets.some(({ startMs, endMs }) => startMs < quote.endMs && endMs > quote.startMs);
      expect(cut === null).toBe(hits);
      if (!cut) return;
      expect(cut.startMs <= quote.startMs && cut.endMs >= quote.endMs).toBe(true);
      expect(secrets.some(({ startMs, endMs }) => startMs < cut.endMs && endMs > cut.startMs)).toBe(false);
    }),
  );
});
