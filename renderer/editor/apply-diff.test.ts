import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TurnId } from '../../shared/model/ids.ts';
import { applyDiff as applied } from '../../shared/model/transcript-diff.ts';
import { createTurn, type PlacedTurn, textContent } from '../../shared/model/turn.ts';
import { applyDiff } from './apply-diff.ts';
import { editorOf } from './notation.ts';
import { elementOf, turnElements, turnOf } from './slate-turns.ts';
import { asOneStep } from './verbs/as-one-step.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const placed = fc
  .uniqueArray(fc.record({ id: fc.constantFrom(...IDS), order: fc.nat(99), text: fc.string() }), {
    selector: ({ id }) => id,
    minLength: 1,
  })
  .map((parts) =>
    parts
      .map(
        ({ id, order, text }): PlacedTurn => ({
          ...createTurn({ id: id as TurnId, content: textContent(text) }),
          // Never the same place twice.
          order: `a${String(order).padStart(2, '0')}${id}`,
        }),
      )
      .sort((one, other) => (one.order < other.order ? -1 : 1)),
  );

test('the editor shows what the model says, and one undo takes it back', () => {
  fc.assert(
    fc.property(placed, placed, fc.subarray(IDS), (turns, put, gone) => {
      const remove = gone.filter((id) => !put.some((turn) => turn.id === id)) as TurnId[];
      const { editor } = editorOf([{ text: '' }]);
      editor.children = turns.map(elementOf);
      const orders = new Map(turns.map(({ id, order }) => [id, order]));
      const shown = () => turnElements(editor).map((element) => turnOf(element));
      const before = shown();
      asOneStep(editor, () => applyDiff(editor, { put, remove }, (id) => orders.get(id)));
      expect(shown()).toEqual(applied(turns, { put, remove }).map(({ order: _, ...turn }) => turn));
      editor.undo();
      expect(shown()).toEqual(before);
    }),
  );
});
