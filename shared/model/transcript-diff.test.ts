import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TurnId } from './ids.ts';
import { applyDiff, byOrder, invertDiff, type TranscriptDiff } from './transcript-diff.ts';
import { type PlacedTurn, textContent } from './turn.ts';

const turn = (id: string, order: string, text = id): PlacedTurn => ({
  id: id as TurnId,
  order,
  speakerId: null,
  startMs: null,
  endMs: null,
  status: 'draft',
  content: textContent(text),
});

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const turns = fc
  .uniqueArray(fc.record({ id: ids, order: fc.constantFrom('a0', 'a1', 'a2', 'a3'), text: fc.string() }), {
    selector: ({ id }) => id,
  })
  .map((rows) => rows.map(({ id, order, text }) => turn(id, order, text)).sort(byOrder));
const diffs = fc.tuple(turns, fc.uniqueArray(ids)).map(([put, remove]): TranscriptDiff => {
  const written = new Set<string>(put.map(({ id }) => id));
  return { put, remove: remove.filter((id) => !written.has(id)) as TurnId[] };
});

const touchedBy = (before: readonly PlacedTurn[], diff: TranscriptDiff) => {
  const touched = new Set<TurnId>([...diff.remove, ...diff.put.map(({ id }) => id)]);
  return before.filter(({ id }) => touched.has(id));
};

describe('applyDiff', () => {
  it('puts, replaces and removes, in the order of places', () => {
    const before = [turn('a', 'a0'), turn('b', 'a1'), turn('c', 'a2')];
    const after = applyDiff(before, {
      put: [turn('d', 'a05'), turn('c', 'a2', 'new')],
      remove: ['b' as TurnId],
    });
    expect(after).toEqual([turn('a', 'a0'), turn('d', 'a05'), turn('c', 'a2', 'new')]);
  });

  it('keeps the very objects of turns that the diff does not name', () => {
    const kept = turn('a', 'a0');
    expect(applyDiff([kept, turn('b', 'a1')], { put: [], remove: ['b' as TurnId] })[0]).toBe(kept);
  });
});

describe('invertDiff', () => {
  it('undoes any diff, and inverted twice does it again', () => {
    fc.assert(
      fc.property(turns, diffs, (before, diff) => {
        const applied = { ...diff, was: touchedBy(before, diff) };
        const after = applyDiff(before, diff);
        const inverse = invertDiff(applied);
        expect(applyDiff(after, inverse)).toEqual(before);
        expect(applyDiff(applyDiff(after, inverse), invertDiff(inverse))).toEqual(after);
      }),
    );
  });
});
