/** What the network hears: one channel of this many samples a second. */
export const SPEECH_RATE = 16_000;

/**
 * Gathers the sound of `[startSeconds, startSeconds + seconds)` as one channel at `SPEECH_RATE` from blocks that may
 * overlap and come in any order: each sample is the mean of all that falls on it.
 */
export class SpeechSamples {
  readonly #sums: Float32Array;
  readonly #counts: Uint16Array;
  readonly #startSeconds: number;

  constructor(startSeconds: number, seconds: number) {
    const samples = Math.ceil(seconds * SPEECH_RATE);
    this.#startSeconds = startSeconds;
    this.#sums = new Float32Array(samples);
    this.#counts = new Uint16Array(samples);
  }

  /** Adds the first `frames` samples of each channel; `startSeconds` is where they stand in the media. */
  addSamples(
    channels: readonly Float32Array[],
    frames: number,
    startSeconds: number,
    sampleRate: number,
  ): void {
    const step = SPEECH_RATE / sampleRate;
    const offset = (startSeconds - this.#startSeconds) * SPEECH_RATE;
    for (let frame = 0; frame < frames; frame++) {
      const sample = Math.floor(offset + frame * step + 1e-6);
      if (sample < 0 || sample >= this.#sums.length) continue;
      let sum = 0;
      for (let channel = 0; channel < channels.length; channel++)
        sum += (channels[channel] as Float32Array)[frame] as number;
      this.#sums[sample] = (this.#sums[sample] as number) + sum / channels.length;
      this.#counts[sample] = (this.#counts[sample] as number) + 1;
    }
  }

  /** Returns the sound, -1 to 1; where a slower recording left a sample without any, the one before it. */
  toSamples(): Float32Array {
    const samples = this.#sums.slice();
    for (let sample = 0; sample < samples.length; sample++) {
      const count = this.#counts[sample] as number;
      if (count > 1) samples[sample] = (samples[sample] as number) / count;
      else if (count === 0 && sample > 0) samples[sample] = samples[sample - 1] as number;
    }
    return samples;
  }
}
