import type { Spectrogram } from '../../shared/audio/spectrogram.ts';
import type { SpectrogramReader } from '../workers/read-spectrogram.ts';
import type { View } from './waveform.ts';

/** More is not read: two minutes take a moment and some 10 MB. */
export const LONGEST_MS = 120_000;
/** The view stands still for so long before its spectrogram is read. */
const STILL_MS = 250;
const MOST_COLUMNS = 2000;
const SHADES = 256;

export type SpectrogramState = 'shown' | 'reading' | 'too-long' | 'failed';

interface Picture {
  readonly fromMs: number;
  readonly toMs: number;
  readonly spectrogram: Spectrogram;
}

/** Paints the spectrogram of what is in view; while the view moves, what is known of it moves along. */
export class SpectrogramPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #reader: SpectrogramReader;
  readonly #durationMs: number;
  readonly #onState: (state: SpectrogramState) => void;
  readonly #image = document.createElement('canvas');
  #view: View | null = null;
  #picture: Picture | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    canvas: HTMLCanvasElement,
    reader: SpectrogramReader,
    durationMs: number,
    onState: (state: SpectrogramState) => void,
  ) {
    this.#canvas = canvas;
    this.#reader = reader;
    this.#durationMs = durationMs;
    this.#onState = onState;
  }

  /** Shows what is in view, and reads it once the view stands still. */
  show(view: View): void {
    const before = this.#view;
    this.#view = view;
    this.#paint();
    if (before && this.#picture && before.fromMs === view.fromMs && before.toMs === view.toMs) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(view), STILL_MS);
  }

  /** Paints anew in the colours of the page. */
  recolour(): void {
    if (this.#picture) this.#develop(this.#picture.spectrogram);
    this.#paint();
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#reader.stop();
  }

  async #read(view: View): Promise<void> {
    const fromMs = Math.max(0, view.fromMs);
    const toMs = Math.min(this.#durationMs, view.toMs);
    if (toMs - fromMs > LONGEST_MS) {
      this.#reader.stop();
      this.#picture = null;
      this.#paint();
      this.#onState('too-long');
      return;
    }
    if (toMs <= fromMs) return;
    this.#onState('reading');
    const widthPx = ((toMs - fromMs) / 1000) * view.pxPerSecond;
    const columns = Math.max(1, Math.min(MOST_COLUMNS, Math.round(widthPx)));
    try {
      const spectrogram = await this.#reader.read(fromMs, toMs, columns);
      this.#picture = { fromMs, toMs, spectrogram };
      this.#develop(spectrogram);
      this.#paint();
      this.#onState('shown');
    } catch (error) {
      const isOvertaken = error instanceof DOMException && error.name === 'AbortError';
      if (!isOvertaken) this.#onState('failed');
    }
  }

  /** Turns strengths into the colours of the tokens, one pixel for each. */
  #develop({ columns, rows, strengths }: Spectrogram): void {
    const shades = this.#shades();
    this.#image.width = columns;
    this.#image.height = rows;
    const context = this.#image.getContext('2d');
    if (!context) return;
    const pixels = context.createImageData(columns, rows);
    const colours = new Uint32Array(pixels.data.buffer);
    for (let column = 0; column < columns; column++) {
      for (let row = 0; row < rows; row++) {
        const strength = strengths[column * rows + row] as number;
        colours[(rows - 1 - row) * columns + column] = shades[strength] as number;
      }
    }
    context.putImageData(pixels, 0, 0);
  }

  /** Returns the colour of each strength, mixed by the engine out of the four of the page. */
  #shades(): Uint32Array {
    const strip = new OffscreenCanvas(SHADES, 1).getContext('2d', { willReadFrequently: true });
    if (!strip) return new Uint32Array(SHADES);
    const style = getComputedStyle(this.#canvas);
    const gradient = strip.createLinearGradient(0, 0, SHADES, 0);
    for (const stop of [0, 1, 2, 3])
      gradient.addColorStop(stop / 3, style.getPropertyValue(`--spectrogram-${stop}`).trim());
    strip.fillStyle = gradient;
    strip.fillRect(0, 0, SHADES, 1);
    return new Uint32Array(strip.getImageData(0, 0, SHADES, 1).data.buffer);
  }

  #paint(): void {
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth, clientHeight } = this.#canvas;
    this.#canvas.width = Math.round(clientWidth * ratio);
    this.#canvas.height = Math.round(clientHeight * ratio);
    const context = this.#canvas.getContext('2d');
    const view = this.#view;
    if (!context || !view || !this.#picture) return;
    const { fromMs, toMs } = this.#picture;
    const px = (ms: number) => ((ms - view.fromMs) / 1000) * view.pxPerSecond * ratio;
    context.drawImage(this.#image, px(fromMs), 0, px(toMs) - px(fromMs), this.#canvas.height);
  }
}
