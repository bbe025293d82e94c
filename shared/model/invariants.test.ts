import { describe, expect, it } from 'vitest';
import type { TurnId } from './ids.ts';
import { diffFault, turnFault } from './invariants.ts';
import { createTurn, type PlacedTurn, type Turn } from './turn.ts';

const sound = createTurn({ startMs: 0, endMs: 0, content: [{ type: 'timestamp', atMs: 5 }] });
const placed = (parts: Partial<PlacedTurn> = {}): PlacedTurn => ({ ...createTurn(), order: 'a0', ...parts });

describe('turnFault', () => {
  it('finds none in a sound turn, timed or not', () => {
    expect(turnFault(sound)).toBeNull();
    expect(turnFault(createTurn())).toBeNull();
  });

  it.each([
    ['without id', { id: '' as TurnId }],
    ['a negative start', { startMs: -1 }],
    ['a start that is not whole', { startMs: 1.5 }],
    ['an endless end', { endMs: Number.POSITIVE_INFINITY }],
    ['reversed', { startMs: 10, endMs: 9 }],
    ['an unknown status', { status: 'done' as Turn['status'] }],
    ['a timestamp before the start of the media', { content: [{ type: 'timestamp', atMs: -5 }] }],
    ['an unknown tag', { content: [{ type: 'tag', tag: 'cough' as 'laughter' }] }],
  ] satisfies [string, Partial<Turn>][])('finds %s', (_, parts) => {
    expect(turnFault({ ...sound, ...parts })).not.toBeNull();
  });
});

describe('diffFault', () => {
  it('finds none in a sound diff', () => {
    expect(diffFault({ put: [placed(), placed()], remove: ['x' as TurnId] })).toBeNull();
  });

  const twice = placed();
  it.each([
    ['a turn put twice', { put: [twice, twice], remove: [] }],
    ['a turn put and removed', { put: [twice], remove: [twice.id] }],
    ['a turn removed twice', { put: [], remove: [twice.id, twice.id] }],
    ['a turn without a place', { put: [placed({ order: '' })], remove: [] }],
    ['a faulty turn', { put: [placed({ startMs: -1 })], remove: [] }],
  ])('finds %s', (_, diff) => {
    expect(diffFault(diff)).not.toBeNull();
  });
});
