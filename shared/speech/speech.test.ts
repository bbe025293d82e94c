import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PEAK_MS } from '../audio/peaks.ts';
import { proposeTurns } from './propose-turns.ts';
import { refineSpans } from './refine-spans.ts';
import { decodeSpeech, encodeSpeech } from './speech-file.ts';
import { SPEECH_RATE, SpeechSamples } from './speech-samples.ts';
import { HOP_MS, SPEECH_THRESHOLDS, spanAfter, speechSpans } from './speech-spans.ts';

/** Likelihoods from a drawing: a letter each 32 ms, S sure, m middling, . none. */
const drawn = (drawing: string) =>
  Uint8Array.from([...drawing], (sign) => ({ S: 250, m: 100, '.': 0 })[sign] ?? 0);
const times = (from: number, to: number) => ({ startMs: from * HOP_MS, endMs: to * HOP_MS });

describe('spans from likelihoods', () => {
  test.each([
    ['nothing is nothing', '..........', []],
    ['speech to the very end', '....SSSSSSSS', [times(4, 12)]],
    ['a short pause belongs to the speech', 'SSSSSS......SSSSSS', [times(0, 18)]],
    ['a pause of 224 ms parts two spans', 'SSSSSS.......SSSSSS', [times(0, 6), times(13, 19)]],
    ['a click is no speech', '.....SSS..........', []],
    ['a faint syllable ends nothing', 'SSSSmmmmmmmmmmSSSS', [times(0, 18)]],
    ['a faint sound begins nothing', 'mmmmmmmmmmmm', []],
  ])('%s', (_name, drawing, spans) => {
    expect(speechSpans(drawn(drawing))).toEqual(spans);
  });

  test('spans are in order, apart, and within the recording', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (likelihood) => {
        const spans = speechSpans(likelihood);
        let before = Number.NEGATIVE_INFINITY;
        for (const { startMs, endMs } of spans) {
          expect(startMs - before).toBeGreaterThanOrEqual(SPEECH_THRESHOLDS.shortestPauseMs);
          expect(endMs).toBeGreaterThan(startMs);
          before = endMs;
        }
        expect(before).toBeLessThanOrEqual(likelihood.length * HOP_MS);
      }),
    );
  });

  test('the span after a moment is found as by looking at each', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(7000), (likelihood, ms) => {
        const spans = speechSpans(likelihood);
        const found = spans.findIndex(({ endMs }) => endMs > ms);
        expect(spanAfter(spans, ms)).toBe(found < 0 ? spans.length : found);
      }),
    );
  });
});

test('edges move to where the sound rises and sinks, and stay where noise covers them', () => {
  const envelope = (noise: number) => {
    const max = new Int16Array(300).fill(noise);
    max.fill(12_000, 107, 193);
    return { max, min: max.map((value) => -value) };
  };
  const found = [{ startMs: 1000, endMs: 2020 }];
  expect(refineSpans(found, envelope(40))).toEqual([{ startMs: 107 * PEAK_MS, endMs: 193 * PEAK_MS }]);
  expect(refineSpans(found, envelope(6000))).toEqual(found);
});

test('sound is heard as one channel of 16,000, from blocks in any order', () => {
  const rate = 48_000;
  const whole = Float32Array.from({ length: rate / 10 }, (_, index) => Math.sin(index / 40));
  const sound = new SpeechSamples(2, 0.1);
  const half = whole.length / 2;
  sound.addSamples([whole.subarray(half), whole.subarray(half)], half, 2 + half / rate, rate);
  sound.addSamples([whole.subarray(0, half), whole.subarray(0, half)], half, 2, rate);
  const heard = sound.toSamples();
  expect(heard.length).toBe(SPEECH_RATE / 10);
  for (let sample = 0; sample < heard.length; sample++)
    expect(heard[sample]).toBeCloseTo(Math.sin((sample * 3 + 1) / 40), 2);
});

test('a recording of 8,000 samples a second is held, not left with holes', () => {
  const sound = new SpeechSamples(0, 0.01);
  sound.addSamples([new Float32Array(80).fill(0.5)], 80, 0, 8000);
  expect([...sound.toSamples()]).toEqual(Array(160).fill(0.5));
});

test('likelihoods are kept and known again, and nothing else is taken for them', () => {
  const likelihood = drawn('..SSmm');
  expect(decodeSpeech(encodeSpeech(likelihood))).toEqual(likelihood);
  expect(decodeSpeech(new Uint8Array())).toBeNull();
  expect(decodeSpeech(new TextEncoder().encode('MBSQ1234567'))).toBeNull();
  const newer = encodeSpeech(likelihood);
  newer[4] = 2;
  expect(decodeSpeech(newer)).toBeNull();
});

describe('proposed turns', () => {
  const spansOf = (...times: [number, number][]) => times.map(([startMs, endMs]) => ({ startMs, endMs }));
  const timesOf = (spans: ReturnType<typeof spansOf>) =>
    proposeTurns(spans).map(({ startMs, endMs }) => [startMs, endMs]);

  test('part at a long pause, not at a breath', () => {
    expect(timesOf(spansOf([500, 4000], [4400, 9000], [10_300, 12_000]))).toEqual([
      [500, 9000],
      [10_300, 12_000],
    ]);
  });
  test('part at the next pause when one has grown long', () => {
    expect(timesOf(spansOf([0, 40_000], [40_300, 59_000], [59_300, 70_000]))).toEqual([
      [0, 59_000],
      [59_300, 70_000],
    ]);
  });
  test('are empty drafts without speaker', () => {
    expect(proposeTurns(spansOf([0, 1000]))[0]).toMatchObject({
      speakerId: null,
      content: [],
      status: 'draft',
    });
  });
});
