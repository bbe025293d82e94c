import { expect, it } from 'vitest';
import { mutated, randomFrom, wordsOf } from './mutate.mjs';

const FILES = [Buffer.from('<a b="1">сөз 12</a>'), Buffer.from('екінші файл')];
const inputs = (seed) =>
  Array.from({ length: 200 }, (_, number) =>
    mutated(FILES, wordsOf(FILES), randomFrom(seed, number)).toString('base64'),
  );

it('makes the same inputs from the same seed, and others from another', () => {
  expect(inputs(1)).toEqual(inputs(1));
  expect(inputs(1)).not.toEqual(inputs(2));
});

it('makes inputs that differ from one another, none without end', () => {
  expect(new Set(inputs(1)).size).toBeGreaterThan(150);
  for (const input of inputs(1)) expect(input.length).toBeLessThan(100_000);
});
