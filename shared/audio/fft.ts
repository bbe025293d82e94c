/** Turns a signal of `size` samples, a power of two, into the strength of its frequencies. */
export class Fourier {
  readonly size: number;
  readonly #cos: Float32Array;
  readonly #sin: Float32Array;
  readonly #order: Uint32Array;
  readonly #real: Float32Array;
  readonly #imaginary: Float32Array;
  readonly #window: Float32Array;

  constructor(size: number) {
    this.size = size;
    this.#cos = Float32Array.from({ length: size / 2 }, (_, at) => Math.cos((2 * Math.PI * at) / size));
    this.#sin = Float32Array.from({ length: size / 2 }, (_, at) => Math.sin((2 * Math.PI * at) / size));
    this.#order = bitReversed(size);
    this.#real = new Float32Array(size);
    this.#imaginary = new Float32Array(size);
    this.#window = Float32Array.from(
      { length: size },
      (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / size),
    );
  }

  /**
   * Writes the power of each frequency from 0 up to half the sampling rate into `power`, `size / 2` values, for the
   * samples from `start` on under a Hann window. What lies outside of `samples` is silence. A sine of full scale
   * between two others yields 1.
   */
  powerAt(samples: Float32Array, start: number, power: Float32Array): void {
    const { size } = this;
    for (let at = 0; at < size; at++) {
      this.#real[this.#order[at] as number] = (samples[start + at] ?? 0) * (this.#window[at] as number);
    }
    this.#imaginary.fill(0);
    this.#transform();
    // The window halves the amplitude, and a sine has half of it at the negative frequency.
    const scale = (4 / size) ** 2;
    for (let bin = 0; bin < size / 2; bin++) {
      const [real, imaginary] = [this.#real[bin] as number, this.#imaginary[bin] as number];
      power[bin] = (real * real + imaginary * imaginary) * scale;
    }
  }

  /** The iterative transform of radix two (Cooley and Tukey 1965), of what stands in bit-reversed order. */
  #transform(): void {
    const [real, imaginary] = [this.#real, this.#imaginary];
    for (let half = 1; half < this.size; half *= 2) {
      const stride = this.size / (2 * half);
      for (let block = 0; block < this.size; block += 2 * half) {
        for (let at = 0; at < half; at++) {
          const [even, odd] = [block + at, block + at + half];
          const cos = this.#cos[at * stride] as number;
          const sin = this.#sin[at * stride] as number;
          const [oddReal, oddImaginary] = [real[odd] as number, imaginary[odd] as number];
          const turnedReal = oddReal * cos + oddImaginary * sin;
          const turnedImaginary = oddImaginary * cos - oddReal * sin;
          const [evenReal, evenImaginary] = [real[even] as number, imaginary[even] as number];
          real[odd] = evenReal - turnedReal;
          imaginary[odd] = evenImaginary - turnedImaginary;
          real[even] = evenReal + turnedReal;
          imaginary[even] = evenImaginary + turnedImaginary;
        }
      }
    }
  }
}

function bitReversed(size: number): Uint32Array {
  const order = new Uint32Array(size);
  for (let at = 1, reversed = 0; at < size; at++) {
    let bit = size >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    order[at] = reversed;
  }
  return order;
}
