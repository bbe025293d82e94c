import { open } from 'node:fs/promises';
import { mp3FirstFrameOffset } from '../../shared/audio/mp3-delay.ts';

const BIT_RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
const BIT_RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
const PLACES = 24;
const LOOK_BYTES = 4096;

/**
 * Tells whether frames of an MP3 differ in their bit rate, so that a place in it can only be guessed from its bytes: a
 * table of contents, where there is one, has a hundred places for hours. Layer III headers: ISO 11172-3, 2.4.2.3.
 */
export async function hasVariableRate(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(LOOK_BYTES);
    const read = async (at: number) =>
      buffer.subarray(0, (await file.read(buffer, 0, LOOK_BYTES, Math.floor(at))).bytesRead);
    const start = mp3FirstFrameOffset(await read(0));
    const rates = new Set<number>();
    for (let place = 1; place <= PLACES; place++) {
      const rate = bitRateIn(await read(start + ((size - start) * place) / (PLACES + 1)));
      if (rate !== null) rates.add(rate);
    }
    return rates.size > 1;
  } finally {
    await file.close();
  }
}

/** Returns the bit rate, in kbit/s, of the first frame behind which another one follows. */
function bitRateIn(bytes: Uint8Array): number | null {
  for (let at = 0; at + 4 < bytes.length; at++) {
    const frame = frameAt(bytes, at);
    const next = frame && frameAt(bytes, at + frame.length);
    if (next && next.sampleRate === frame.sampleRate) return frame.rate;
  }
  return null;
}

function frameAt(bytes: Uint8Array, at: number) {
  const [sync = 0, kind = 0, rates = 0] = bytes.subarray(at, at + 4);
  const version = (kind >> 3) & 3;
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2 || version === 1) return null;
  const isFirst = version === 3;
  const rate = (isFirst ? BIT_RATES_1 : BIT_RATES_2)[rates >> 4] ?? 0;
  const base = [44_100, 48_000, 32_000, 0][(rates >> 2) & 3] ?? 0;
  const sampleRate = isFirst ? base : version === 2 ? base / 2 : base / 4;
  if (rate === 0 || sampleRate === 0) return null;
  const length = Math.floor(((isFirst ? 144_000 : 72_000) * rate) / sampleRate) + ((rates >> 1) & 1);
  return { rate, sampleRate, length };
}
