import { expect, test } from 'vitest';
import { scoreCells, scoreSpeech } from './score.mjs';

const span = (startMs, endMs) => ({ startMs, endMs });

test('speech that was found exactly', () => {
  const truth = [span(1000, 3000), span(4000, 6000)];
  expect(scoreSpeech(truth, truth)).toEqual({
    precision: 1,
    recall: 1,
    pauses: 1,
    pausesFound: 1,
    endErrors: [0],
    startErrors: [0],
  });
});

test('half of it found, an edge late, a pause missed', () => {
  const truth = [span(0, 1000), span(2000, 3000), span(3600, 4000)];
  const found = [span(0, 1100), span(2050, 4000)];
  const score = scoreSpeech(truth, found);
  expect(score).toMatchObject({ pauses: 2, pausesFound: 1, endErrors: [100], startErrors: [50] });
  expect(score.precision).toBeCloseTo(2350 / 3050, 5);
  expect(score.recall).toBeCloseTo(2350 / 2400, 5);
  expect(scoreCells('hall', score)).toEqual(['hall', '77.0%', '97.9%', '1 of 2', '100 / 100', '50 / 50']);
});

test('a pause under half a second is not counted, and nothing found is no division by zero', () => {
  expect(scoreSpeech([span(0, 1000), span(1400, 2000)], [])).toMatchObject({
    precision: 0,
    recall: 0,
    pauses: 0,
  });
});
