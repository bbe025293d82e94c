/** Length of one point of the envelope. */
export const PEAK_MS = 10;

const POINTS_PER_SECOND = 1000 / PEAK_MS;
const FULL_SCALE = 32767;

/** The envelope of a sound: the lowest and highest sample of each `PEAK_MS`, of all channels, zero included. */
export interface Peaks {
  readonly min: Int16Array;
  readonly max: Int16Array;
}

/** A stretch of an envelope, from point `first` on. */
export interface PeaksPiece extends Peaks {
  readonly first: number;
}

/** Gathers an envelope from blocks of samples that may come in any order and overlap. Memory: 400 bytes a second. */
export class PeaksBuilder {
  #min = new Int16Array(0);
  #max = new Int16Array(0);
  #length = 0;
  #changedFrom = Number.POSITIVE_INFINITY;
  #changedTo = 0;

  /** Points gathered so far, gaps included. */
  get length(): number {
    return this.#length;
  }

  /**
   * Adds the first `frames` samples of each channel, -1 to 1. `startSeconds` is where they stand in the media;
   * what lies before its start is left out.
   */
  addSamples(
    channels: readonly Float32Array[],
    frames: number,
    startSeconds: number,
    sampleRate: number,
  ): void {
    const framesPerPoint = sampleRate / POINTS_PER_SECOND;
    const startFrame = startSeconds * sampleRate;
    const first = Math.max(0, Math.floor(startFrame / framesPerPoint));
    const last = Math.ceil((startFrame + frames) / framesPerPoint) - 1;
    if (last < first) return;
    this.#reach(first, last + 1);
    let from = Math.max(0, Math.ceil(first * framesPerPoint - startFrame));
    for (let point = first; point <= last; point++) {
      const to = Math.min(frames, Math.ceil((point + 1) * framesPerPoint - startFrame));
      this.#addPoint(point, channels, from, to);
      from = to;
    }
  }

  /** Adds a stretch gathered elsewhere. */
  addPiece({ first, min, max }: PeaksPiece): void {
    this.#reach(first, first + min.length);
    for (let index = 0; index < min.length; index++) {
      const point = first + index;
      this.#min[point] = Math.min(this.#min[point] ?? 0, min[index] ?? 0);
      this.#max[point] = Math.max(this.#max[point] ?? 0, max[index] ?? 0);
    }
  }

  /** Returns a copy of what has changed since the last call, or null when nothing has. */
  takeChanged(): PeaksPiece | null {
    if (this.#changedFrom >= this.#changedTo) return null;
    const first = this.#changedFrom;
    const piece = {
      first,
      min: this.#min.slice(first, this.#changedTo),
      max: this.#max.slice(first, this.#changedTo),
    };
    this.#changedFrom = Number.POSITIVE_INFINITY;
    this.#changedTo = 0;
    return piece;
  }

  /** Returns a copy of the envelope, cut or filled with silence to `points`. */
  toPeaks(points = this.#length): Peaks {
    const min = new Int16Array(points);
    const max = new Int16Array(points);
    min.set(this.#min.subarray(0, Math.min(points, this.#length)));
    max.set(this.#max.subarray(0, Math.min(points, this.#length)));
    return { min, max };
  }

  #addPoint(point: number, channels: readonly Float32Array[], from: number, to: number): void {
    let low = 0;
    let high = 0;
    for (let channel = 0; channel < channels.length; channel++) {
      const samples = channels[channel] as Float32Array;
      for (let frame = from; frame < to; frame++) {
        const sample = samples[frame] as number;
        if (sample < low) low = sample;
        else if (sample > high) high = sample;
      }
    }
    const min = Math.max(-FULL_SCALE, Math.round(low * FULL_SCALE));
    const max = Math.min(FULL_SCALE, Math.round(high * FULL_SCALE));
    if (min < (this.#min[point] as number)) this.#min[point] = min;
    if (max > (this.#max[point] as number)) this.#max[point] = max;
  }

  #reach(from: number, to: number): void {
    if (to > this.#min.length) {
      const room = Math.max(to, this.#min.length * 2, 6000);
      const min = new Int16Array(room);
      const max = new Int16Array(room);
      min.set(this.#min);
      max.set(this.#max);
      this.#min = min;
      this.#max = max;
    }
    this.#length = Math.max(this.#length, to);
    this.#changedFrom = Math.min(this.#changedFrom, from);
    this.#changedTo = Math.max(this.#changedTo, to);
  }
}

/** Returns how many points an envelope of `durationMs` has; at least one. */
export function pointsIn(durationMs: number): number {
  return Math.max(1, Math.ceil(durationMs / PEAK_MS));
}

/** Returns the envelope seen from farther away: one point for each `factor`, the last possibly of fewer. */
export function coarserPeaks({ min, max }: Peaks, factor: number): Peaks {
  const points = Math.ceil(min.length / factor);
  const coarse = { min: new Int16Array(points), max: new Int16Array(points) };
  for (let index = 0; index < min.length; index++) {
    const point = Math.floor(index / factor);
    coarse.min[point] = Math.min(coarse.min[point] ?? 0, min[index] ?? 0);
    coarse.max[point] = Math.max(coarse.max[point] ?? 0, max[index] ?? 0);
  }
  return coarse;
}

const LOUD_SHARE = 0.995;
const LARGEST_GAIN = 40;

/**
 * Returns the factor that makes speech fill the height when drawn: all but the loudest half per cent of the
 * points that are not silent stay within 1. Never below 1, and never so large that noise looks like speech.
 */
export function drawingGain({ min, max }: Peaks): number {
  const counts = new Uint32Array(FULL_SCALE + 1);
  let heard = 0;
  for (let index = 0; index < max.length; index++) {
    const magnitude = Math.min(FULL_SCALE, Math.max(max[index] ?? 0, -(min[index] ?? 0)));
    if (magnitude === 0) continue;
    counts[magnitude] = (counts[magnitude] ?? 0) + 1;
    heard++;
  }
  let seen = 0;
  for (let magnitude = 1; magnitude <= FULL_SCALE; magnitude++) {
    seen += counts[magnitude] ?? 0;
    if (heard > 0 && seen >= heard * LOUD_SHARE) return Math.min(LARGEST_GAIN, FULL_SCALE / magnitude);
  }
  return 1;
}

/** Writes the envelope as WaveSurfer draws it: magnitudes 0 to 1 above and below the line, times `gain`. */
export function fillWaveform(
  { min, max }: Peaks,
  gain: number,
  above: Float32Array,
  below: Float32Array,
): void {
  const scale = gain / FULL_SCALE;
  const points = Math.min(max.length, above.length);
  for (let index = 0; index < points; index++) {
    above[index] = Math.min(1, (max[index] as number) * scale);
    below[index] = Math.min(1, -(min[index] as number) * scale);
  }
}
