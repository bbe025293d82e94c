import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TurnId } from '../model/ids.ts';
import { createTurn, type PlacedTurn, textContent } from '../model/turn.ts';
import { compareTurns } from './compare-turns.ts';

const turn = (id: string, order: string, parts: Partial<PlacedTurn> = {}): PlacedTurn => ({
  ...createTurn({ id: id as TurnId, content: textContent(id) }),
  order,
  ...parts,
});
const shown = (before: readonly PlacedTurn[], after: readonly PlacedTurn[]) =>
  compareTurns(before, after).map((change) => {
    const id = (change.after ?? change.before)?.id ?? '';
    if (change.moved) return `moved ${id}`;
    return change.before === null ? `added ${id}` : change.after === null ? `removed ${id}` : `changed ${id}`;
  });

test('tells what came, went and changed, in the order of the text', () => {
  const before = [turn('a', 'a0'), turn('b', 'a1'), turn('c', 'a2')];
  const after = [turn('a', 'a0'), turn('new', 'a0V'), turn('c', 'a2', { endMs: 5 })];
  expect(shown(before, after)).toEqual(['added new', 'removed b', 'changed c']);
});

test('another key for the same place is no difference, another place is', () => {
  const before = [turn('a', 'a0'), turn('b', 'a1'), turn('c', 'a2')];
  expect(shown(before, [turn('a', 'Zz'), turn('b', 'a1'), turn('c', 'a9')])).toEqual([]);
  expect(shown(before, [turn('c', 'Zz'), turn('a', 'a0'), turn('b', 'a1')])).toEqual(['moved c']);
});

test('nothing differs exactly when all is the same', () => {
  const turns = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
    .map((ids) => ids.map((id, index) => turn(id, `a${index}`)));
  fc.assert(
    fc.property(turns, turns, (before, after) => {
      const isSame = before.map(({ id }) => id).join() === after.map(({ id }) => id).join();
      expect(compareTurns(before, after).length === 0).toBe(isSame);
    }),
  );
});
