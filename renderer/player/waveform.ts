import WaveSurfer from 'wavesurfer.js';
import HoverPlugin from 'wavesurfer.js/plugins/hover';
import { drawingGain, fillWaveform, type Peaks, pointsIn } from '../../shared/audio/peaks.ts';

const LOWEST_PX_PER_SECOND = 8;
const HIGHEST_PX_PER_SECOND = 500;
const FIRST_PX_PER_SECOND = 40;

/** What of the recording is in view. */
export interface View {
  readonly fromMs: number;
  readonly toMs: number;
  readonly pxPerSecond: number;
}

interface WaveformOptions {
  readonly durationMs: number;
  /** How many times as high as it is the sound is drawn. */
  readonly height: number;
  readonly timeText: (ms: number) => string;
}

/** The waveform draws the length that was measured; a media element only estimates that of some files. */
class MeasuredWaveSurfer extends WaveSurfer {
  override getDuration(): number {
    return this.options.duration ?? super.getDuration();
  }
}

/**
 * The drawn sound of a recording: WaveSurfer beside a media element that somebody else drives. It appears empty
 * and is filled as the envelope comes.
 */
export class Waveform {
  readonly #surfer: WaveSurfer;
  readonly #container: HTMLElement;
  readonly #durationMs: number;
  readonly #above: Float32Array;
  readonly #below: Float32Array;
  readonly #listeners = new Set<(view: View) => void>();
  readonly #theme: MutationObserver;
  #drawnHeight: number;
  #pxPerSecond = FIRST_PX_PER_SECOND;
  #drawnPxPerSecond = FIRST_PX_PER_SECOND;

  constructor(
    container: HTMLElement,
    media: HTMLMediaElement,
    { durationMs, height, timeText }: WaveformOptions,
  ) {
    this.#container = container;
    this.#drawnHeight = container.clientHeight;
    this.#durationMs = Math.max(1, durationMs);
    this.#above = new Float32Array(pointsIn(durationMs));
    this.#below = new Float32Array(pointsIn(durationMs));
    this.#surfer = new MeasuredWaveSurfer({
      container,
      media,
      peaks: [this.#above, this.#below],
      duration: this.#durationMs / 1000,
      height: 'auto',
      minPxPerSec: this.#pxPerSecond,
      interact: false,
      dragToSeek: false,
      hideScrollbar: true,
      barHeight: height,
      cursorWidth: 2,
      cursorColor: 'var(--accent)',
      ...waveColours(),
      plugins: [
        HoverPlugin.create({
          lineColor: 'var(--text-quiet)',
          labelColor: 'var(--surface)',
          labelBackground: 'var(--text)',
          formatTimeCallback: (seconds) => timeText(seconds * 1000),
        }),
      ],
    });
    this.#surfer.on('scroll', () => this.#tell());
    this.#surfer.on('redraw', () => this.#tell());
    this.#theme = new MutationObserver(() => this.#surfer.setOptions(waveColours()));
    this.#theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }

  /** The element that is as wide as the whole recording; inside the shadow root of the waveform. */
  get wrapper(): HTMLElement {
    return this.#surfer.getWrapper();
  }

  /** Draws an envelope, or as much of it as there is. */
  show(peaks: Peaks): void {
    fillWaveform(peaks, drawingGain(peaks), this.#above, this.#below);
    this.#redraw();
  }

  view(): View {
    const pxPerSecond = this.#drawnPxPerSecond;
    const fromMs = (this.#surfer.getScroll() / pxPerSecond) * 1000;
    return { fromMs, toMs: fromMs + (this.#surfer.getWidth() / pxPerSecond) * 1000, pxPerSecond };
  }

  /** Calls back when what is in view may have changed, and once now. Returns the unsubscriber. */
  onView(listener: (view: View) => void): () => void {
    this.#listeners.add(listener);
    listener(this.view());
    return () => this.#listeners.delete(listener);
  }

  /** Returns the time under a place of the window, milliseconds. */
  timeAt(clientX: number): number {
    const { left } = this.wrapper.getBoundingClientRect();
    const ms = ((clientX - left) / this.#drawnPxPerSecond) * 1000;
    return Math.round(Math.max(0, Math.min(this.#durationMs, ms)));
  }

  /** Zooms by a factor; the time `aroundMs` stays where it is in the window. */
  zoomBy(factor: number, aroundMs: number): void {
    const { fromMs, pxPerSecond } = this.view();
    const wanted = Math.max(LOWEST_PX_PER_SECOND, Math.min(HIGHEST_PX_PER_SECOND, pxPerSecond * factor));
    if (wanted === this.#pxPerSecond) return;
    const offset = ((aroundMs - fromMs) / 1000) * pxPerSecond;
    this.#pxPerSecond = wanted;
    this.#redraw();
    this.scrollTo(aroundMs, offset);
  }

  /** Draws anew when the room for it has become higher or lower. */
  fit(): void {
    const { clientHeight } = this.#container;
    if (clientHeight === this.#drawnHeight) return;
    this.#drawnHeight = clientHeight;
    if (this.#surfer.getDecodedData()) this.#surfer.setOptions({ height: 'auto' });
  }

  /** Draws the sound so many times as high as it is. */
  setHeight(times: number): void {
    if (this.#surfer.getDecodedData()) this.#surfer.setOptions({ barHeight: times });
    else this.#surfer.options.barHeight = times;
  }

  /** Brings a time into view, `offset` pixels from the left. */
  scrollTo(ms: number, offset: number): void {
    this.#surfer.setScroll((ms / 1000) * this.#drawnPxPerSecond - offset);
    this.#tell();
  }

  /** Moves what is in view by pixels. */
  scrollBy(pixels: number): void {
    this.#surfer.setScroll(this.#surfer.getScroll() + pixels);
  }

  /** Whether the view follows the playhead. */
  follow(follows: boolean): void {
    this.#surfer.options.autoScroll = follows;
  }

  /** Puts the playhead at once where it will be after a seek. */
  showPosition(ms: number): void {
    this.#surfer.getRenderer().renderProgress(ms / this.#durationMs);
  }

  destroy(): void {
    this.#theme.disconnect();
    this.#listeners.clear();
    this.#surfer.destroy();
  }

  #redraw(): void {
    // Before the first drawing there is nothing to draw anew: it will have all that is known by then.
    if (this.#surfer.getDecodedData()) this.#surfer.zoom(this.#pxPerSecond);
    else this.#surfer.options.minPxPerSec = this.#pxPerSecond;
  }

  #tell(): void {
    this.#drawnPxPerSecond = (this.wrapper.clientWidth / this.#durationMs) * 1000 || this.#pxPerSecond;
    const view = this.view();
    for (const listener of this.#listeners) listener(view);
  }
}

/** A canvas does not know the page's tokens, so it is told their values. */
function waveColours(): { waveColor: string; progressColor: string } {
  const style = getComputedStyle(document.documentElement);
  return {
    waveColor: style.getPropertyValue('--wave').trim(),
    progressColor: style.getPropertyValue('--wave-played').trim(),
  };
}
