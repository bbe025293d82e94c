import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTurn } from '../../shared/model/turn.ts';
import { playingOrder, turnAt } from './playing-turn.ts';
import { elementOf } from './slate-turns.ts';

const turns = (...spans: [number | null, number | null][]) =>
  spans.map(([startMs, endMs], index) =>
    elementOf({ ...createTurn({ startMs, endMs }), id: `t${index}` as never }),
  );

test.each([
  ['before the first', 5, null],
  ['at a start', 10, 0],
  ['just before an end', 19, 0],
  ['in a pause', 20, null],
  ['in a turn without end, until the next starts', 39, 1],
  ['in the one that started last of two', 45, 3],
  ['in the longer of two when the shorter is over', 60, 2],
  ['in the last, open to the end of the recording', 1_000_000, 5],
])('%s', (_, positionMs, place) => {
  const order = playingOrder(turns([10, 20], [30, null], [40, 70], [45, 50], [null, 80], [90, null]));
  expect(turnAt(order, positionMs)).toBe(place);
});

test('finds what a walk over all turns finds', () => {
  const span = fc
    .tuple(fc.option(fc.nat(60)), fc.option(fc.nat(60)))
    .map(([a, b]): [number | null, number | null] =>
      a === null || b === null ? [a, b] : [Math.min(a, b), Math.max(a, b)],
    );
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), fc.nat(70), (spans, positionMs) => {
      const all = turns(...spans);
      const starts = all.flatMap((turn) => turn.startMs ?? []).sort((a, b) => a - b);
      const on = all.filter((turn, index) => {
        if (turn.startMs === undefined || turn.startMs > positionMs) return false;
        const follower = all.some((later, at) => at > index && later.startMs === turn.startMs);
        const next = follower ? turn.startMs : starts.find((start) => start > (turn.startMs ?? 0));
        return (turn.endMs ?? next ?? Number.POSITIVE_INFINITY) > positionMs;
      });
      const latest = on.sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0)).at(-1);
      expect(turnAt(playingOrder(all), positionMs)).toBe(latest ? all.indexOf(latest) : null);
    }),
  );
});
