import type { View, Waveform } from './waveform.ts';

const MARGIN_SHARE = 0.25;

/** A layer over the waveform. What lies on it is placed in per cent of the recording, so that zooming moves nothing. */
export class TimeLayer {
  readonly element = document.createElement('div');
  readonly waveform: Waveform;
  readonly #durationMs: number;

  constructor(waveform: Waveform, durationMs: number, part: string) {
    this.waveform = waveform;
    this.#durationMs = durationMs;
    this.element.setAttribute('part', part);
    waveform.wrapper.append(this.element);
  }

  /** Lays an element on a time. */
  placeAt(element: HTMLElement, ms: number): void {
    element.style.left = this.#percent(ms);
  }

  /** Lays an element on a span. */
  place(element: HTMLElement, startMs: number, endMs: number): void {
    this.placeAt(element, startMs);
    element.style.width = this.#percent(endMs - startMs);
  }

  #percent(ms: number): string {
    return `${(ms / this.#durationMs) * 100}%`;
  }
}

/** Returns what is worth having in the page: what is in view, and a quarter of it on either side. */
export function aroundView({ fromMs, toMs }: View): { readonly fromMs: number; readonly toMs: number } {
  const marginMs = (toMs - fromMs) * MARGIN_SHARE;
  return { fromMs: fromMs - marginMs, toMs: toMs + marginMs };
}
