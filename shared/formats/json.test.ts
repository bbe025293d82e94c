import { expect, test } from 'vitest';
import { createTurn } from '../model/turn.ts';

import { json, writeJson } from './json.ts';
import { SESSION } from './testing/session.ts';

const CONTEXT = { fileName: 'a.json', language: 'kk' };

test('who changed and checked a turn, and why it is flagged, come back from a file', async () => {
  const turns = [
    createTurn({
      status: 'checked',
      editedBy: 'Ерлан',
      checkedBy: 'Айнұр',
      checkedAt: '2026-01-15T09:00:00Z',
    }),
    createTurn({ status: 'draft', checkedAt: '2026-01-15T09:00:00.250Z' }),
    createTurn({ status: 'flagged', flagNote: 'сан дұрыс па?' }),
    createTurn(),
  ];
  const bytes = writeJson({ ...SESSION, turns });
  const { document, warnings } = (await json.read?.(bytes, CONTEXT)) ?? {};
  expect(warnings).toEqual([]);
  expect(document?.turns).toEqual(turns);
});

test('what cannot be understood of the review of a turn is left out, the turn is kept', async () => {
  const turn = { ...createTurn({ status: 'checked' }), checkedBy: 7, checkedAt: 'yesterday', editedBy: '' };
  const file = { format: 'minber-transcript', version: 1, turns: [turn] };
  const { document } = (await json.read?.(new TextEncoder().encode(JSON.stringify(file)), CONTEXT)) ?? {};
  const { checkedBy: _, checkedAt: __, editedBy: ___, ...kept } = turn;
  expect(document?.turns).toEqual([kept]);
});
