import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coarserPeaks,
  drawingGain,
  fillWaveform,
  PEAK_MS,
  type Peaks,
  PeaksBuilder,
  pointsIn,
} from './peaks.ts';

const RATE = 44_100;
const sine = (frames: number, amplitude: number) =>
  Float32Array.from(
    { length: frames },
    (_, frame) => amplitude * Math.sin((frame * 2 * Math.PI * 500) / RATE),
  );

const built = (samples: Float32Array, startSeconds = 0, sampleRate = RATE) => {
  const builder = new PeaksBuilder();
  builder.addSamples([samples], samples.length, startSeconds, sampleRate);
  return builder;
};

const peaksArbitrary = fc
  .array(fc.tuple(fc.integer({ min: -32767, max: 0 }), fc.integer({ min: 0, max: 32767 })), {
    minLength: 1,
    maxLength: 300,
  })
  .map(
    (points): Peaks => ({
      min: Int16Array.from(points, ([low]) => low),
      max: Int16Array.from(points, ([, high]) => high),
    }),
  );

describe('an envelope', () => {
  it('has a point for each 10 ms of sound, the last possibly shorter', () => {
    expect(built(sine(RATE, 0.5)).length).toBe(100);
    expect(built(sine(RATE + 1, 0.5)).length).toBe(101);
    expect(pointsIn(1000)).toBe(100);
    expect(pointsIn(1001)).toBe(101);
    expect(pointsIn(0)).toBe(1);
  });

  it('puts a click where it is heard, whatever the sample rate', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(8000, 11_025, 22_050, 44_100, 48_000, 96_000),
        fc.integer({ min: 0, max: 5000 }),
        (sampleRate, atMs) => {
          const samples = new Float32Array(Math.round((atMs / 1000) * sampleRate) + 10);
          const frame = Math.ceil((atMs / 1000) * sampleRate);
          samples[frame] = 1;
          const { max } = built(samples, 0, sampleRate).toPeaks();
          expect(max.indexOf(32767)).toBe(Math.floor(((frame / sampleRate) * 1000 + 1e-6) / PEAK_MS));
        },
      ),
    );
  });

  it('is the same however the sound is cut into blocks, and in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 3000 }),
        fc.integer({ min: 1, max: 700 }),
        fc.boolean(),
        (values, blockFrames, backwards) => {
          const samples = Float32Array.from(values);
          const blocks: number[] = [];
          for (let start = 0; start < samples.length; start += blockFrames) blocks.push(start);
          if (backwards) blocks.reverse();
          const builder = new PeaksBuilder();
          for (const start of blocks) {
            const block = samples.slice(start, start + blockFrames);
            builder.addSamples([block], block.length, start / 8000, 8000);
          }
          expect(builder.toPeaks()).toEqual(built(samples, 0, 8000).toPeaks());
        },
      ),
    );
  });

  it('leaves out what lies before the start of the media', () => {
    const samples = new Float32Array(RATE);
    samples[0] = 1;
    samples[RATE - 1] = 0.5;
    const { max } = built(samples, -0.5).toPeaks();
    expect(max.length).toBe(50);
    expect(max[0]).toBe(0);
    expect(max[49]).toBe(16384);
  });

  it('holds the loudest of all channels', () => {
    const builder = new PeaksBuilder();
    builder.addSamples([sine(441, 0.1), sine(441, 0.8)], 441, 0, RATE);
    expect(builder.toPeaks().max[0]).toBeGreaterThan(0.79 * 32767);
  });

  it('is silent where nothing was added', () => {
    const builder = built(sine(441, 1), 1);
    expect([...builder.toPeaks().max.subarray(0, 100)].every((value) => value === 0)).toBe(true);
    expect(builder.toPeaks(300).max.length).toBe(300);
  });

  it('is whole again when its changed pieces are put together', () => {
    const source = new PeaksBuilder();
    const copy = new PeaksBuilder();
    for (const startSeconds of [3, 0, 7.005]) {
      source.addSamples([sine(5000, 0.3)], 5000, startSeconds, RATE);
      const piece = source.takeChanged();
      if (piece) copy.addPiece(piece);
    }
    expect(source.takeChanged()).toBeNull();
    expect(copy.toPeaks()).toEqual(source.toPeaks());
  });
});

describe('an envelope seen from farther away', () => {
  it('keeps the extremes of what each point stands for', () => {
    fc.assert(
      fc.property(peaksArbitrary, fc.integer({ min: 1, max: 20 }), (peaks, factor) => {
        const coarse = coarserPeaks(peaks, factor);
        expect(coarse.max.length).toBe(Math.ceil(peaks.max.length / factor));
        coarse.max.forEach((value, point) => {
          expect(value).toBe(Math.max(...peaks.max.subarray(point * factor, (point + 1) * factor)));
          expect(coarse.min[point]).toBe(
            Math.min(...peaks.min.subarray(point * factor, (point + 1) * factor)),
          );
        });
      }),
    );
  });
});

describe('drawing', () => {
  it('makes a quiet recording fill the height, and leaves a loud one alone', () => {
    expect(drawingGain(built(sine(RATE * 5, 0.1)).toPeaks())).toBeCloseTo(10, 0);
    expect(drawingGain(built(sine(RATE * 5, 1)).toPeaks())).toBeCloseTo(1, 1);
  });

  it('does not let one knock on the microphone flatten an hour of speech', () => {
    const builder = built(sine(RATE * 20, 0.1));
    builder.addSamples([new Float32Array([1])], 1, 10, RATE);
    expect(drawingGain(builder.toPeaks())).toBeGreaterThan(9);
  });

  it('does not make silence look like speech', () => {
    expect(drawingGain({ min: new Int16Array(50), max: new Int16Array(50) })).toBe(1);
    expect(drawingGain(built(sine(RATE, 0.0005)).toPeaks())).toBe(40);
  });

  it('stays within the height', () => {
    fc.assert(
      fc.property(peaksArbitrary, fc.double({ min: 1, max: 40, noNaN: true }), (peaks, gain) => {
        const above = new Float32Array(peaks.max.length);
        const below = new Float32Array(peaks.max.length);
        fillWaveform(peaks, gain, above, below);
        for (const value of [...above, ...below]) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });
});
