import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TurnId } from '../model/ids.ts';
import { createTurn, type Turn } from '../model/turn.ts';
import { nextProposal } from './next-proposal.ts';
import { proposeTurns } from './propose-turns.ts';

const speech = [
  { startMs: 1000, endMs: 5000 },
  { startMs: 5400, endMs: 9000 },
  { startMs: 12_000, endMs: 20_000 },
  { startMs: 25_000, endMs: 30_000 },
];
const turn = (id: string, startMs: number | null, endMs: number | null): Turn =>
  createTurn({ id: id as TurnId, startMs, endMs });
const next = (turns: readonly Turn[], after: string | null) =>
  nextProposal(speech, turns, after as TurnId | null);

it('begins with the first speech, where nothing is there or an empty turn without times', () => {
  expect(next([], null)).toEqual({ startMs: 1000, endMs: 9000 });
  expect(next([turn('a', null, null)], 'a')).toEqual({ startMs: 1000, endMs: 9000 });
});

it('goes on behind the turn with the caret', () => {
  expect(next([turn('a', 1000, 9000)], 'a')).toEqual({ startMs: 12_000, endMs: 20_000 });
  expect(next([turn('a', 1000, 9000)], null)).toEqual({ startMs: 12_000, endMs: 20_000 });
});

it('takes the rest of speech in which a turn ends', () => {
  expect(next([turn('a', 1000, 14_000)], 'a')).toEqual({ startMs: 14_000, endMs: 20_000 });
  expect(next([turn('a', 1000, 19_800)], 'a')).toEqual({ startMs: 25_000, endMs: 30_000 });
});

it('takes a turn without an end for as long as it would have been proposed', () => {
  expect(next([turn('a', 1000, null)], 'a')).toEqual({ startMs: 12_000, endMs: 20_000 });
});

it('stays before the next turn, and is nothing where no room is left', () => {
  const turns = [turn('a', 1000, 9000), turn('b', 15_000, 20_000)];
  expect(next(turns, 'a')).toEqual({ startMs: 12_000, endMs: 15_000 });
  expect(next([turn('a', 1000, 9000), turn('b', 12_000, 20_000)], 'a')).toBeNull();
  expect(next([turn('a', 25_000, 30_000)], 'a')).toBeNull();
});

it('accepted one by one, comes to the same turns as all at once', () => {
  const stretches = fc.array(
    fc.tuple(fc.integer({ min: 200, max: 4000 }), fc.integer({ min: 400, max: 40_000 })),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(stretches, (pairs) => {
      let at = 0;
      const spans = pairs.map(([pauseMs, speechMs]) => {
        const startMs = at + pauseMs;
        at = startMs + speechMs;
        return { startMs, endMs: at };
      });
      const turns: Turn[] = [];
      for (let found = nextProposal(spans, turns, null); found; found = nextProposal(spans, turns, null))
        turns.push(createTurn(found));
      const times = (all: readonly Turn[]) => all.map(({ startMs, endMs }) => [startMs, endMs]);
      expect(times(turns)).toEqual(times(proposeTurns(spans)));
    }),
  );
});
