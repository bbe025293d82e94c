import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TurnId } from '../model/ids.ts';
import { createTurn } from '../model/turn.ts';
import { minutesLeft } from './audit-rate.ts';
import { boundariesOf, heardOf, indexOfPlace, nextUnheard } from './boundaries.ts';

const turn = (id: string, startMs: number | null, endMs: number | null = null) =>
  createTurn({ id: id as TurnId, startMs, endMs });
const shown = (turns: Parameters<typeof boundariesOf>[0]) =>
  boundariesOf(turns, 10_000).map(
    ({ edge, turnId, ms, endsId }) => `${edge} ${turnId} ${ms} ${endsId ?? '-'}`,
  );

describe('boundaries', () => {
  test.each([
    [
      'where turns touch is one',
      [turn('a', 0, 900), turn('b', 900, 2000)],
      ['start a 0 -', 'start b 900 a', 'end b 2000 b'],
    ],
    [
      'a pause has two',
      [turn('a', 0, 900), turn('b', 1000)],
      ['start a 0 -', 'end a 900 a', 'start b 1000 -'],
    ],
    [
      'stand in order of time',
      [turn('a', 500, 2000), turn('b', 100, 300)],
      ['start b 100 -', 'end b 300 b', 'start a 500 -', 'end a 2000 a'],
    ],
    ['are none where there is no time', [turn('a', null), turn('b', null, 700)], ['end b 700 b']],
  ] as const)('%s', (_, turns, expected) => {
    expect(shown(turns)).toEqual(expected);
  });

  test('cannot be moved past the other edges of their turns', () => {
    const [first, joint, last] = boundariesOf([turn('a', 100, 900), turn('b', 900, 2000)], 10_000);
    expect([first?.lowestMs, first?.highestMs]).toEqual([0, 890]);
    expect([joint?.lowestMs, joint?.highestMs]).toEqual([110, 1990]);
    expect([last?.lowestMs, last?.highestMs]).toEqual([910, 10_000]);
  });

  test('each edge that has a time is there once, alone or with the one that it touches', () => {
    const time = fc.option(fc.nat(50));
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 8 }), (times) => {
        const turns = times.map(([startMs, endMs], index) => turn(`t${index}`, startMs, endMs));
        const edges = turns.flatMap(({ id, startMs, endMs }) => [
          ...(startMs === null ? [] : [`start ${id} ${startMs}`]),
          ...(endMs === null ? [] : [`end ${id} ${endMs}`]),
        ]);
        const found = boundariesOf(turns, 100).flatMap(({ startsId, endsId, ms }) => [
          ...(startsId ? [`start ${startsId} ${ms}`] : []),
          ...(endsId ? [`end ${endsId} ${ms}`] : []),
        ]);
        expect(found.sort()).toEqual(edges.sort());
      }),
    );
  });
});

describe('what was heard', () => {
  const boundaries = boundariesOf([turn('a', 0, 900), turn('b', 900, 2000)], 10_000);
  const heard = (id: string, atMs: number) => ({
    turnId: id as TurnId,
    edge: 'start' as const,
    atMs,
    by: '',
    at: '',
  });

  test('counts as long as the boundary is where it was', () => {
    expect(heardOf(boundaries, [heard('a', 0), heard('b', 890), heard('gone', 0)])).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('is gone on with at the next that is not heard, and from the beginning at the end', () => {
    expect(nextUnheard([true, false, true], 1)).toBe(1);
    expect(nextUnheard([true, true, false], 0)).toBe(2);
    expect(nextUnheard([true, true], 0)).toBeNull();
    expect(nextUnheard([], -1)).toBeNull();
  });

  test('knows where it stopped', () => {
    expect(indexOfPlace(boundaries, { turnId: 'b' as TurnId, edge: 'start' })).toBe(1);
    expect(indexOfPlace(boundaries, { turnId: 'a' as TurnId, edge: 'end' })).toBe(-1);
  });
});

describe('the time that is left', () => {
  test('goes by the pace of this sitting', () => {
    expect(minutesLeft([0, 3000, 6000, 9000], 166)).toBe(8);
  });
  test('does not count a pause as listening', () => {
    expect(minutesLeft([0, 3000, 6000, 9_000_000], 60)).toBe(22);
  });
  test('is not known from the first few, and is nothing at the end', () => {
    expect(minutesLeft([0, 3000, 6000], 166)).toBeNull();
    expect(minutesLeft([0, 1, 2, 3], 0)).toBeNull();
    expect(minutesLeft([0, 1, 2, 3], 1)).toBe(1);
  });
});
