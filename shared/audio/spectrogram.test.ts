import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fourier } from './fft.ts';
import { SPECTROGRAM_ROWS, spectrogramOf } from './spectrogram.ts';

const RATE = 16_000;
const tone = (hertz: number, seconds: number, loudness = 1) =>
  Float32Array.from(
    { length: RATE * seconds },
    (_, at) => loudness * Math.sin((2 * Math.PI * hertz * at) / RATE),
  );
const rowOf = (hertz: number) => Math.round((hertz / (RATE / 2)) * SPECTROGRAM_ROWS);
const column = (strengths: Uint8Array, at: number) =>
  strengths.slice(at * SPECTROGRAM_ROWS, (at + 1) * SPECTROGRAM_ROWS);
const strongestRow = (values: Uint8Array) => values.indexOf(Math.max(...values));

describe('the transform', () => {
  it('agrees with the sum that defines it, under a Hann window', () => {
    const signals = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(signals, (values) => {
        const power = new Float32Array(32);
        new Fourier(64).powerAt(Float32Array.from(values), 0, power);
        for (const bin of [0, 1, 7, 31]) {
          let [real, imaginary] = [0, 0];
          values.forEach((value, at) => {
            const windowed = value * (0.5 - 0.5 * Math.cos((2 * Math.PI * at) / 64));
            real += windowed * Math.cos((2 * Math.PI * bin * at) / 64);
            imaginary -= windowed * Math.sin((2 * Math.PI * bin * at) / 64);
          });
          expect(power[bin]).toBeCloseTo((real ** 2 + imaginary ** 2) * (4 / 64) ** 2, 4);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds a sine of full scale at its frequency, with a power of one', () => {
    const power = new Float32Array(256);
    new Fourier(512).powerAt(tone(1000, 1), 3000, power);
    expect(power[32]).toBeCloseTo(1, 3);
    expect(power[40]).toBeLessThan(1e-6);
  });
});

describe('a spectrogram', () => {
  it.each([125, 440, 1000, 2500, 7000])('draws a tone of %d Hz in one line', (hertz) => {
    const { strengths, columns, rows } = spectrogramOf(tone(hertz, 2), 100);
    expect([columns, rows, strengths.length]).toEqual([100, SPECTROGRAM_ROWS, 100 * SPECTROGRAM_ROWS]);
    for (let at = 1; at < 99; at++)
      expect(Math.abs(strongestRow(column(strengths, at)) - rowOf(hertz))).toBeLessThanOrEqual(1);
    expect(column(strengths, 50)[rowOf(hertz) + 20]).toBe(0);
  });

  it('draws a tone when it sounds, and nothing in silence', () => {
    const samples = new Float32Array(RATE * 2);
    samples.set(tone(1000, 1), RATE);
    const { strengths } = spectrogramOf(samples, 200);
    expect(Math.max(...column(strengths, 90))).toBe(0);
    expect(column(strengths, 110)[rowOf(1000)]).toBe(255);
  });

  it('draws a fainter tone fainter', () => {
    const mixed = ((faintTone) => tone(500, 1).map((value, at) => value + (faintTone[at] ?? 0)))(
      tone(3000, 1, 0.01),
    );
    const { strengths } = spectrogramOf(mixed, 10);
    const faint = column(strengths, 5)[rowOf(3000)] ?? 0;
    // 40 dB of 70 below.
    expect(faint).toBeGreaterThan(95);
    expect(faint).toBeLessThan(125);
  });

  it('is blank for silence and for nothing at all', () => {
    expect(Math.max(...spectrogramOf(new Float32Array(RATE), 10).strengths)).toBe(0);
    expect(spectrogramOf(new Float32Array(0), 3).strengths).toHaveLength(3 * SPECTROGRAM_ROWS);
  });
});
