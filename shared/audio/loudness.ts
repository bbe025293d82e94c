/** Loudness as EBU R 128 and ITU-R BS.1770-4 define it. */

/** Stretches of 100 ms; four of them make a block. */
export const LOUDNESS_MS = 100;

const STEPS_IN_BLOCK = 4;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;
const OFFSET = -0.691;

/** The two filters of the K-weighting in a row, as `b0 b1 b2 a1 a2`: a shelf for the head, then a high pass. */
function kWeighting(sampleRate: number): readonly [Filter, Filter] {
  const shelf = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const shelfQ = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const shelfA0 = 1 + shelf / shelfQ + shelf * shelf;
  const pass = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const passQ = 0.5003270373238773;
  const passA0 = 1 + pass / passQ + pass * pass;
  return [
    {
      b0: (high + (band * shelf) / shelfQ + shelf * shelf) / shelfA0,
      b1: (2 * (shelf * shelf - high)) / shelfA0,
      b2: (high - (band * shelf) / shelfQ + shelf * shelf) / shelfA0,
      a1: (2 * (shelf * shelf - 1)) / shelfA0,
      a2: (1 - shelf / shelfQ + shelf * shelf) / shelfA0,
    },
    {
      b0: 1,
      b1: -2,
      b2: 1,
      a1: (2 * (pass * pass - 1)) / passA0,
      a2: (1 - pass / passQ + pass * pass) / passA0,
    },
  ];
}

interface Filter {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** How much a channel counts: those behind the listener more, the low-frequency one (the fourth of six) not at all. */
export function channelWeights(channels: number): readonly number[] {
  if (channels === 6) return [1, 1, 1, 0, 1.41, 1.41];
  if (channels === 5) return [1, 1, 1, 1.41, 1.41];
  return Array.from({ length: channels }, () => 1);
}

/** Gathers the weighted energy of each 100 ms of a sound that comes block by block. */
export class LoudnessMeter {
  readonly energies: number[] = [];
  readonly #filters: readonly [Filter, Filter];
  readonly #weights: readonly number[];
  /** Four values of memory a channel. */
  readonly #memory: Float64Array;
  readonly #framesInStep: number;
  #frames = 0;
  #energy = 0;

  constructor(sampleRate: number, channels: number) {
    this.#filters = kWeighting(sampleRate);
    this.#weights = channelWeights(channels);
    this.#memory = new Float64Array(channels * 4);
    this.#framesInStep = Math.round((sampleRate * LOUDNESS_MS) / 1000);
  }

  /** Adds the first `frames` samples of each channel, -1 to 1. */
  addSamples(channels: readonly Float32Array[], frames: number): void {
    for (let from = 0; from < frames; ) {
      const to = Math.min(frames, from + this.#framesInStep - this.#frames);
      for (let channel = 0; channel < channels.length; channel++) {
        const weight = this.#weights[channel] ?? 0;
        if (weight > 0)
          this.#energy += weight * this.#filter(channels[channel] as Float32Array, channel, from, to);
      }
      this.#frames += to - from;
      from = to;
      if (this.#frames === this.#framesInStep) this.#step();
    }
  }

  #step(): void {
    this.energies.push(this.#energy / this.#framesInStep);
    this.#energy = 0;
    this.#frames = 0;
  }

  /** Returns the sum of the squares of what both filters let through. */
  #filter(samples: Float32Array, channel: number, from: number, to: number): number {
    const [shelf, pass] = this.#filters;
    const { b0, b1, b2, a1, a2 } = shelf;
    const { a1: p1, a2: p2 } = pass;
    const at = channel * 4;
    let s1 = this.#memory[at] as number;
    let s2 = this.#memory[at + 1] as number;
    let h1 = this.#memory[at + 2] as number;
    let h2 = this.#memory[at + 3] as number;
    let sum = 0;
    for (let frame = from; frame < to; frame++) {
      const sample = samples[frame] as number;
      const bright = b0 * sample + s1;
      s1 = b1 * sample - a1 * bright + s2;
      s2 = b2 * sample - a2 * bright;
      const out = bright + h1;
      h1 = -2 * bright - p1 * out + h2;
      h2 = bright - p2 * out;
      sum += out * out;
    }
    // What has died away would go on as numbers that are slow to reckon with.
    this.#memory[at] = Math.abs(s1) < 1e-15 ? 0 : s1;
    this.#memory[at + 1] = Math.abs(s2) < 1e-15 ? 0 : s2;
    this.#memory[at + 2] = Math.abs(h1) < 1e-15 ? 0 : h1;
    this.#memory[at + 3] = Math.abs(h2) < 1e-15 ? 0 : h2;
    return sum;
  }
}

const lufs = (energy: number) => OFFSET + 10 * Math.log10(energy);

/** Returns the integrated loudness in LUFS of the energies of each 100 ms; null for silence and less than 400 ms. */
export function integratedLoudness(energies: ArrayLike<number>): number | null {
  const blocks: number[] = [];
  for (let first = 0; first + STEPS_IN_BLOCK <= energies.length; first++) {
    let sum = 0;
    for (let step = 0; step < STEPS_IN_BLOCK; step++) sum += energies[first + step] as number;
    const energy = sum / STEPS_IN_BLOCK;
    if (lufs(energy) > ABSOLUTE_GATE_LUFS) blocks.push(energy);
  }
  if (blocks.length === 0) return null;
  const mean = (all: readonly number[]) => all.reduce((sum, energy) => sum + energy, 0) / all.length;
  const gate = lufs(mean(blocks)) + RELATIVE_GATE_LU;
  return lufs(mean(blocks.filter((energy) => lufs(energy) > gate)));
}
