import { describe, expect, test } from 'vitest';
import { integratedLoudness, LoudnessMeter } from './loudness.ts';

const RATE = 48_000;

/** Sine tones one after the other, each so loud (dBFS) for so many seconds. */
function tones(parts: readonly (readonly [decibels: number, seconds: number])[], hertz = 997): Float32Array {
  const samples = new Float32Array(parts.reduce((sum, [, seconds]) => sum + seconds * RATE, 0));
  let at = 0;
  for (const [decibels, seconds] of parts) {
    const level = 10 ** (decibels / 20);
    for (const end = at + seconds * RATE; at < end; at++)
      samples[at] = level * Math.sin((2 * Math.PI * hertz * at) / RATE);
  }
  return samples;
}

function loudnessOf(channels: readonly Float32Array[], block = 1000): number | null {
  const meter = new LoudnessMeter(RATE, channels.length);
  const length = channels[0]?.length ?? 0;
  for (let from = 0; from < length; from += block) {
    const frames = Math.min(block, length - from);
    meter.addSamples(
      channels.map((channel) => channel.subarray(from, from + frames)),
      frames,
    );
  }
  return integratedLoudness(meter.energies);
}

describe('loudness, by the minimum requirements of EBU Tech 3341', () => {
  test.each([
    ['case 1', [[-23, 20]], -23],
    ['case 2', [[-33, 20]], -33],
    [
      'case 3',
      [
        [-36, 10],
        [-23, 60],
        [-36, 10],
      ],
      -23,
    ],
    [
      'case 4',
      [
        [-72, 10],
        [-36, 10],
        [-23, 60],
        [-36, 10],
        [-72, 10],
      ],
      -23,
    ],
    [
      'case 5',
      [
        [-26, 20],
        [-20, 20.1],
        [-26, 20],
      ],
      -23,
    ],
  ] as const)('%s', (_, parts, expected) => {
    const tone = tones(parts, 1000);
    expect(loudnessOf([tone, tone])).toBeCloseTo(expected, 1);
  });

  test('counts the channels of a hall by their places', () => {
    const front = tones([[-28, 20]], 1000);
    const middle = tones([[-24, 20]], 1000);
    const back = tones([[-30, 20]], 1000);
    const low = tones([[0, 20]], 1000);
    expect(loudnessOf([front, front, middle, low, back, back])).toBeCloseTo(-23, 1);
  });
});

test('does not depend on the blocks in which the sound comes', () => {
  const tone = tones([[-20, 3]]);
  expect(loudnessOf([tone], 777)).toBeCloseTo(loudnessOf([tone], 48_000) ?? 0, 9);
});

test('silence, and next to nothing, have no loudness', () => {
  expect(loudnessOf([new Float32Array(RATE * 5)])).toBeNull();
  expect(loudnessOf([tones([[-20, 0.3]])])).toBeNull();
});
