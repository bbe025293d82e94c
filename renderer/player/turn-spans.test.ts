import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTurn, type Turn } from '../../shared/model/turn.ts';
import { edgeLimits, sameSpans, turnSpans, visibleSpans } from './turn-spans.ts';

const turn = (startMs: number | null, endMs: number | null = null) => createTurn({ startMs, endMs });

describe('turns on the waveform', () => {
  it('are those with a start, in order of time', () => {
    const turns = [turn(500, 900), turn(null, 300), turn(100, 400)];
    expect(turnSpans(turns, 1000).spans.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [100, 400],
      [500, 900],
    ]);
  });

  it('reach to the next turn, or to the end of the recording, while their end is open', () => {
    const { spans } = turnSpans([turn(0), turn(400), turn(400, 600), turn(700)], 1000);
    expect(spans.map(({ endMs, open }) => [endMs, open])).toEqual([
      [400, true],
      [700, true],
      [600, false],
      [1000, true],
    ]);
  });

  it('know the turn that they touch', () => {
    const turns = [turn(0, 400), turn(400, 700), turn(701, 900)] as const;
    const { spans } = turnSpans(turns, 1000);
    expect(spans.map(({ touches }) => touches)).toEqual([null, turns[0].id, null]);
    expect(spans.map(({ touched }) => touched)).toEqual([true, false, false]);
  });

  it('are found in view whether or not they overlap each other', () => {
    const time = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 40 }), time, time, (pairs, a, b) => {
        const turns = pairs.map(([x, y]) => turn(Math.min(x, y), Math.max(x, y)));
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const all = turnSpans(turns, 2000);
        const expected = all.spans.filter(({ startMs, endMs }) => startMs < to && endMs > from);
        expect(visibleSpans(all, from, to)).toEqual(expected);
      }),
    );
  });

  it('look the same when only their text has changed', () => {
    const before = [turn(0, 400), turn(400, 700)] as const;
    const typed: Turn = { ...before[0], content: [{ type: 'text', text: 'Сәлем' }] };
    expect(sameSpans(before, [typed, before[1]])).toBe(true);
    expect(sameSpans(before, [{ ...before[0], endMs: 401 }, before[1]])).toBe(false);
    expect(sameSpans(before, [before[0]])).toBe(false);
    expect(sameSpans(before, [before[1], before[0]])).toBe(false);
  });
});

describe('an edge', () => {
  const all = turnSpans([turn(100, 400), turn(400, 700)], 1000);
  const [first, second] = all.spans;
  if (!first || !second) throw new Error('two spans');

  it('that two turns share stays between their other edges', () => {
    expect(edgeLimits(all, second, 'start', false, 1000)).toEqual({ lowestMs: 100, highestMs: 700 });
  });

  it('that is moved alone may pass over the neighbour', () => {
    expect(edgeLimits(all, second, 'start', true, 1000)).toEqual({ lowestMs: 0, highestMs: 700 });
  });

  it('at the end stays behind the start, within the recording', () => {
    expect(edgeLimits(all, second, 'end', false, 1000)).toEqual({ lowestMs: 400, highestMs: 1000 });
    expect(edgeLimits(all, first, 'start', false, 1000)).toEqual({ lowestMs: 0, highestMs: 400 });
  });
});
