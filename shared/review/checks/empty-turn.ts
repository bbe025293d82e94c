import type { Check } from '../check.ts';

/** A turn with nothing in it, beside others that have something. */
export const emptyTurn: Check = {
  id: 'emptyTurn',
  severity: 'warning',
  find({ turn, isOnly }) {
    const isEmpty = turn.content.every((inline) => inline.type === 'text' && inline.text.trim() === '');
    return isEmpty && !isOnly ? { values: {}, fix: { kind: 'remove', id: turn.id } } : null;
  },
};
