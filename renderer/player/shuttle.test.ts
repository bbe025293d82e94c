import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextShuttle } from './shuttle.ts';

const press = (presses: readonly (-1 | 1)[], from = 0) => presses.reduce(nextShuttle, from);

it.each([
  ['L plays', [1], 1],
  ['L twice doubles', [1, 1], 2],
  ['L goes to eight times', [1, 1, 1, 1, 1, 1], 8],
  ['J plays backward', [-1], -1],
  ['J twice doubles', [-1, -1], -2],
  ['a press against the direction slows down', [1, 1, 1, -1], 2],
  ['and turns round in the end', [-1, -1, 1, 1], 1],
] as const)('%s', (_name, presses, speed) => {
  expect(press(presses)).toBe(speed);
});

it('goes on from a speed that was chosen otherwise', () => {
  expect(nextShuttle(1.25, 1)).toBe(2);
  expect(nextShuttle(1.25, -1)).toBe(1);
});

it('never stands still and never passes eight times', () => {
  const presses = fc.array(fc.constantFrom<-1 | 1>(-1, 1), { minLength: 1 });
  fc.assert(
    fc.property(presses, (each) => {
      const speed = press(each);
      expect(speed).not.toBe(0);
      expect(Math.abs(speed)).toBeLessThanOrEqual(8);
    }),
  );
});
