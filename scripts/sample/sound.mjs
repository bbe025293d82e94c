import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** Samples a second of what espeak-ng speaks, kept to the end so that nothing is resampled. */
export const RATE = 22_050;

/** Sound quieter than this (-50 dB of full scale) counts as silence. */
const SILENCE = 0.003;

export const samplesIn = (ms) => Math.round((ms * RATE) / 1000);
export const msIn = (samples) => Math.round((samples * 1000) / RATE);

/**
 * Returns the speech of a text, without the silence around it, as samples from -1 to 1.
 *
 * @param {string} text
 * @param {{name: string, pace: number, pitch: number}} voice
 * @param {string} file where espeak-ng may write
 */
export function speak(text, voice, file) {
  const options = ['-v', voice.name, '-s', String(voice.pace), '-p', String(voice.pitch), '-w', file];
  execFileSync('espeak-ng', [...options, '--', text]);
  return trimSilence(levelled(readWave(file)));
}

/**
 * Returns the applause of a hall: many pairs of hands, each clap a short burst of noise, coming up and dying
 * away. The same seed gives the same applause.
 */
export function applause(durationMs, seed) {
  const random = seededRandom(seed);
  const out = new Float32Array(samplesIn(durationMs));
  for (let hand = 0; hand < 45; hand++) {
    const gapS = 0.16 + random() * 0.14;
    const loudness = 0.15 + random() * 0.85;
    const decayS = 0.004 + random() * 0.006;
    const endS = (durationMs / 1000) * (0.6 + random() * 0.4);
    for (let atS = random() * 0.35; atS < endS; atS += gapS * (0.85 + random() * 0.3)) {
      const start = Math.round(atS * RATE);
      let before = 0;
      for (let i = 0; i < RATE * 0.05 && start + i < out.length; i++) {
        const noise = random() * 2 - 1;
        out[start + i] += (noise - before * 0.5) * loudness * Math.exp(-i / (decayS * RATE));
        before = noise;
      }
    }
  }
  const fade = samplesIn(600);
  for (let i = 0; i < fade; i++) out[out.length - 1 - i] *= i / fade;
  return trimSilence(levelled(out, 0.045));
}

/** Returns the first and one past the last sample of `[from, to)` that is not silence, or null. */
export function soundBounds(samples, from = 0, to = samples.length) {
  let first = from;
  while (first < to && Math.abs(samples[first]) < SILENCE) first++;
  let last = to;
  while (last > first && Math.abs(samples[last - 1]) < SILENCE) last--;
  return first === last ? null : { first, last };
}

/** Writes samples as a 16-bit mono WAV file. */
export function writeWave(file, samples) {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((value, index) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_767), 44 + index * 2);
  });
  writeFileSync(file, bytes);
}

/** Returns the sound of any media file, decoded by ffmpeg to mono samples at RATE. */
export function decode(file) {
  const raw = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', file, '-f', 's16le', '-ac', '1', '-ar', String(RATE), '-'],
    {
      maxBuffer: 1 << 28,
    },
  );
  return Float32Array.from({ length: raw.length >> 1 }, (_, index) => raw.readInt16LE(index * 2) / 32_768);
}

function readWave(file) {
  const bytes = readFileSync(file);
  if (bytes.readUInt32LE(24) !== RATE)
    throw new Error(`espeak-ng spoke at ${bytes.readUInt32LE(24)} Hz, not ${RATE}`);
  const at = bytes.indexOf('data') + 8;
  return Float32Array.from(
    { length: (bytes.length - at) >> 1 },
    (_, i) => bytes.readInt16LE(at + i * 2) / 32_768,
  );
}

/** Brings samples to one loudness (root mean square), so that no voice is louder than another. */
function levelled(samples, target = 0.085) {
  const bounds = soundBounds(samples);
  if (!bounds) throw new Error('There is no sound to level.');
  const sound = samples.subarray(bounds.first, bounds.last);
  const rms = Math.sqrt(sound.reduce((sum, value) => sum + value * value, 0) / sound.length);
  const peak = sound.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  const gain = Math.min(target / rms, 0.95 / peak);
  return samples.map((value) => value * gain);
}

function trimSilence(samples) {
  const bounds = soundBounds(samples);
  if (!bounds) throw new Error('There is no sound to keep.');
  return samples.subarray(bounds.first, bounds.last);
}

/** Mulberry32. */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
