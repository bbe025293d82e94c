import { LoudnessMeter } from '../../shared/audio/loudness.ts';
import type { PeaksBuilder } from '../../shared/audio/peaks.ts';

const BLOCK_FRAMES = 8192;
const BYTES_PER_SAMPLE = 2;
const FULL_SCALE = 32_768;

/** Takes interleaved samples of 16 bits, in pieces of any length, into an envelope and a meter of loudness. */
export class SoundReader {
  readonly loudness: LoudnessMeter;
  readonly #peaks: PeaksBuilder;
  readonly #sampleRate: number;
  readonly #channels: readonly Float32Array[];
  readonly #startSeconds: number;
  readonly #frameBytes: number;
  #rest = Buffer.alloc(0);
  #frames = 0;

  constructor(
    sound: { readonly sampleRate: number; readonly channels: number },
    startSeconds: number,
    peaks: PeaksBuilder,
  ) {
    this.#sampleRate = sound.sampleRate;
    this.#channels = Array.from({ length: sound.channels }, () => new Float32Array(BLOCK_FRAMES));
    this.#frameBytes = sound.channels * BYTES_PER_SAMPLE;
    this.#startSeconds = startSeconds;
    this.#peaks = peaks;
    this.loudness = new LoudnessMeter(sound.sampleRate, sound.channels);
  }

  /** Where the sound read so far ends, in seconds of the media. */
  get endSeconds(): number {
    return this.#startSeconds + this.#frames / this.#sampleRate;
  }

  read(piece: Buffer): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const whole = bytes.length - (bytes.length % this.#frameBytes);
    const aligned = bytes.byteOffset % BYTES_PER_SAMPLE === 0 ? bytes : Buffer.from(bytes);
    const samples = new Int16Array(aligned.buffer, aligned.byteOffset, whole / BYTES_PER_SAMPLE);
    const frames = whole / this.#frameBytes;
    for (let from = 0; from < frames; from += BLOCK_FRAMES)
      this.#readBlock(samples, from, Math.min(BLOCK_FRAMES, frames - from));
    this.#rest = whole === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(whole));
  }

  #readBlock(samples: Int16Array, from: number, frames: number): void {
    const count = this.#channels.length;
    for (let channel = 0; channel < count; channel++) {
      const plane = this.#channels[channel] as Float32Array;
      let at = from * count + channel;
      for (let frame = 0; frame < frames; frame++, at += count)
        plane[frame] = (samples[at] as number) / FULL_SCALE;
    }
    this.#peaks.addSamples(this.#channels, frames, this.endSeconds, this.#sampleRate);
    this.loudness.addSamples(this.#channels, frames);
    this.#frames += frames;
  }
}
