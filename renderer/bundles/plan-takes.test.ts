import { describe, expect, it } from 'vitest';
import { createTurn } from '../../shared/model/turn.ts';
import { proposePlan, readPlan } from './plan-takes.ts';

const turns = [0, 20_000, 41_000].map((startMs) => createTurn({ startMs, endMs: startMs + 1000 }));
const facts = { turns, durationMs: 60_000, quietMs: [], nameOf: (number: number) => `Take ${number}` };

describe('a plan of takes', () => {
  it('keeps the names that were given when it is proposed anew', () => {
    const two = proposePlan(null, 2, facts);
    expect(two.names).toEqual(['Take 1', 'Take 2']);
    const three = proposePlan({ ...two, names: ['Әйгерім', 'Take 2'] }, 3, facts);
    expect(three).toEqual({
      names: ['Әйгерім', 'Take 2', 'Take 3'],
      cuts: ['00:00:20.000', '00:00:41.000'],
    });
    expect(readPlan(three, turns, 60_000)).toEqual({
      takes: [
        { name: 'Әйгерім', startMs: 0, endMs: 20_000, turnCount: 1 },
        { name: 'Take 2', startMs: 20_000, endMs: 41_000, turnCount: 1 },
        { name: 'Take 3', startMs: 41_000, endMs: 60_000, turnCount: 1 },
      ],
      wrongCut: null,
      unnamed: null,
    });
  });

  it.each([
    [{ names: ['a', 'b', 'c'], cuts: ['0:20', 'x'] }, 1, null],
    [{ names: ['a', 'b', 'c'], cuts: ['0:41', '0:20'] }, 1, null],
    [{ names: ['a', ' '], cuts: ['0:20'] }, null, 1],
    [{ names: ['a', 'b'], cuts: ['2:00'] }, 0, null],
  ])('says what is wrong with %j', (plan, wrongCut, unnamed) => {
    expect(readPlan(plan, turns, 60_000)).toMatchObject({ wrongCut, unnamed });
  });
});
