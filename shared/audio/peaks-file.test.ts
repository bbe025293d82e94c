import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Peaks } from './peaks.ts';
import { decodePeaks, encodePeaks } from './peaks-file.ts';

const some: Peaks = { min: Int16Array.of(-3, 0, -32767), max: Int16Array.of(7, 0, 32767) };

describe('a file of peaks', () => {
  it('reads back as it was written', () => {
    const sample = fc.integer({ min: -32768, max: 32767 });
    fc.assert(
      fc.property(fc.array(fc.tuple(sample, sample), { minLength: 1, maxLength: 500 }), (points) => {
        const peaks = {
          min: Int16Array.from(points, ([a]) => a),
          max: Int16Array.from(points, ([, b]) => b),
        };
        expect(decodePeaks(encodePeaks(peaks))).toEqual(peaks);
      }),
    );
  });

  it('has the header of audiowaveform: version 2, 16 bits, rate, samples a point, points, channels', () => {
    expect([...new Int32Array(encodePeaks(some).buffer.slice(0, 24))]).toEqual([2, 0, 48_000, 480, 3, 1]);
    expect([...new Int16Array(encodePeaks(some).buffer.slice(24))]).toEqual([-3, 7, 0, 0, -32767, 32767]);
  });

  it('is read with 8 bits too', () => {
    const bytes = new Uint8Array(24 + 4);
    new Int32Array(bytes.buffer, 0, 6).set([2, 1, 44_100, 441, 2, 1]);
    bytes.set([0x80, 0x7f, 0, 1], 24);
    expect(decodePeaks(bytes)).toEqual({ min: Int16Array.of(-32768, 0), max: Int16Array.of(32512, 256) });
  });

  it('is read from the middle of a larger buffer', () => {
    const larger = new Uint8Array(100);
    larger.set(encodePeaks(some), 7);
    expect(decodePeaks(larger.subarray(7, 7 + 36))).toEqual(some);
  });

  it('is refused when cut, of another version, of other points or of several channels', () => {
    const bytes = encodePeaks(some);
    const changed = (index: number, value: number) => {
      const copy = bytes.slice();
      new DataView(copy.buffer).setInt32(index, value, true);
      return decodePeaks(copy);
    };
    expect(decodePeaks(bytes.subarray(0, -1))).toBeNull();
    expect(decodePeaks(new Uint8Array(0))).toBeNull();
    expect(changed(0, 1)).toBeNull();
    expect(changed(12, 512)).toBeNull();
    expect(changed(16, 0)).toBeNull();
    expect(changed(20, 2)).toBeNull();
  });

  it('is refused, not crashed on, when it is anything else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => decodePeaks(bytes) === null));
  });
});
