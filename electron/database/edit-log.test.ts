import { expect, test } from 'vitest';
import type { TurnId } from '../../shared/model/ids.ts';
import { createTurn } from '../../shared/model/turn.ts';
import { canonicalTurns } from './edit-log.ts';

const turn = { ...createTurn({ id: 't' as TurnId, content: [{ type: 'text', text: 'а' }] }), order: 'a0' };
const BEFORE =
  '{"id":"t","order":"a0","speakerId":null,"startMs":null,"endMs":null,"status":"draft","content":[{"type":"text","text":"а"}]}';

test('a turn of which nothing is known of its review is written as it was before there was any', () => {
  expect(canonicalTurns([turn])).toBe(`[${BEFORE}]`);
  expect(canonicalTurns([{ ...turn, checkedBy: undefined }])).toBe(`[${BEFORE}]`);
});

test('what is known of the review of a turn is written in a settled order', () => {
  const review = { checkedAt: '2026-01-15T09:00:00.000Z', checkedBy: 'Айнұр', editedBy: 'Ерлан' };
  expect(canonicalTurns([{ ...review, ...turn }])).toBe(
    `[${BEFORE.slice(0, -1)},"editedBy":"Ерлан","checkedBy":"Айнұр","checkedAt":"2026-01-15T09:00:00.000Z"}]`,
  );
});
