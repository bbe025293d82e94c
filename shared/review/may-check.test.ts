import { expect, test } from 'vitest';
import { checkRefusal } from './may-check.ts';

test.each([
  ['anybody, when no second person is asked for', { editedBy: 'Айнұр' }, 'Айнұр', false, null],
  ['nobody without a name', {}, '  ', true, 'unnamed'],
  ['not who changed it last', { editedBy: 'Айнұр  Сейіт' }, 'айнұр сейіт', true, 'own'],
  ['somebody else', { editedBy: 'Айнұр' }, 'Ерлан', true, null],
  ['anybody with a name, when nobody knows who changed it', {}, 'Ерлан', true, null],
] as const)('a turn may be checked by %s', (_, turn, author, second, refusal) => {
  expect(checkRefusal(turn, author, second)).toBe(refusal);
});
