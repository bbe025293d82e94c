import { PEAK_MS, type Peaks } from './peaks.ts';

// https://github.com/bbc/audiowaveform/blob/master/doc/DataFormat.md, version 2, little-endian throughout.
const VERSION = 2;
const HEADER_BYTES = 24;
const FLAG_8_BIT = 1;
// The format counts samples; any pair that makes one point of PEAK_MS says the same.
const SAMPLE_RATE = 48_000;
const SAMPLES_PER_POINT = (SAMPLE_RATE * PEAK_MS) / 1000;

/** Returns an envelope as a `.dat` file of BBC audiowaveform: one channel, 16 bits. */
export function encodePeaks({ min, max }: Peaks): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES + min.length * 4);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, VERSION, true);
  view.setUint32(4, 0, true);
  view.setInt32(8, SAMPLE_RATE, true);
  view.setInt32(12, SAMPLES_PER_POINT, true);
  view.setUint32(16, min.length, true);
  view.setInt32(20, 1, true);
  for (let point = 0; point < min.length; point++) {
    view.setInt16(HEADER_BYTES + point * 4, min[point] as number, true);
    view.setInt16(HEADER_BYTES + point * 4 + 2, max[point] as number, true);
  }
  return bytes;
}

/**
 * Reads a `.dat` file of one channel, 8 or 16 bits, whose points are `PEAK_MS` long. Returns null for anything
 * else, for other points and for a file that was cut: the envelope is then made anew.
 */
export function decodePeaks(bytes: Uint8Array): Peaks | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sampleRate = view.getInt32(8, true);
  const samplesPerPoint = view.getInt32(12, true);
  const points = view.getUint32(16, true);
  if (view.getInt32(0, true) !== VERSION || view.getInt32(20, true) !== 1) return null;
  if (samplesPerPoint * 1000 !== sampleRate * PEAK_MS || points === 0) return null;
  const is8Bit = (view.getUint32(4, true) & FLAG_8_BIT) !== 0;
  if (bytes.length !== HEADER_BYTES + points * (is8Bit ? 2 : 4)) return null;
  const min = new Int16Array(points);
  const max = new Int16Array(points);
  for (let point = 0; point < points; point++) {
    const at = HEADER_BYTES + point * (is8Bit ? 2 : 4);
    min[point] = is8Bit ? view.getInt8(at) * 256 : view.getInt16(at, true);
    max[point] = is8Bit ? view.getInt8(at + 1) * 256 : view.getInt16(at + 2, true);
  }
  return { min, max };
}
