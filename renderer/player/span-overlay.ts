import { localFormats } from '../../shared/i18n/local-formats.ts';
import type { TimeSpan } from '../../shared/model/annotation.ts';
import type { Language } from '../../shared/model/language.ts';
import { translateTo } from '../ui/use-translate.ts';
import { type DragParts, dragEdge } from './edge-drag.ts';
import { describeEdge, type EdgeLimits, onEdgeKey } from './edge-handle.ts';
import { TimeLayer } from './time-layer.ts';

export interface SpanParts extends DragParts {
  readonly durationMs: number;
  readonly edgeLabel: (edge: 'start' | 'end') => string;
  /** Returns what stands on the span: how long it is, and whether it is looped. */
  readonly label: (span: TimeSpan, looped: boolean) => string;
  readonly onChange: (span: TimeSpan) => void;
}

/** The span that a person has selected on the waveform, and what is looped. */
export class SpanOverlay {
  readonly #parts: SpanParts;
  readonly #layer: TimeLayer;
  readonly #band = document.createElement('div');
  readonly #label = document.createElement('span');
  readonly #handles = { start: document.createElement('div'), end: document.createElement('div') };
  #span: TimeSpan | null = null;
  #isOwn = false;

  constructor(parts: SpanParts) {
    this.#parts = parts;
    this.#layer = new TimeLayer(parts.waveform, parts.durationMs, 'span-layer');
    this.#label.setAttribute('part', 'span-label');
    this.#band.append(this.#label);
    this.#layer.element.append(this.#band, this.#handles.start, this.#handles.end);
    for (const edge of ['start', 'end'] as const) this.#listen(edge);
    this.show(null, null);
  }

  /** Shows the selected span; a loop of something else in its place. Only what is selected has edges to move. */
  show(selected: TimeSpan | null, loop: TimeSpan | null): void {
    this.#span = loop ?? selected;
    this.#isOwn = selected !== null && (loop === null || sameSpan(loop, selected));
    this.#layer.element.hidden = this.#span === null;
    if (!this.#span) return;
    this.#band.setAttribute('part', loop ? 'span span-looped' : 'span');
    this.#label.textContent = this.#parts.label(this.#span, loop !== null);
    this.#place(this.#span);
    for (const edge of ['start', 'end'] as const) {
      const handle = this.#handles[edge];
      handle.hidden = !this.#isOwn;
      const ms = edge === 'start' ? this.#span.startMs : this.#span.endMs;
      const words = { label: this.#parts.edgeLabel(edge), ms, timeText: this.#parts.timeText(ms) };
      describeEdge(handle, { ...words, ...this.#limits(edge) });
    }
  }

  #listen(edge: 'start' | 'end'): void {
    const handle = this.#handles[edge];
    const limits = () => this.#limits(edge);
    const change = (ms: number) => this.#parts.onChange(this.#moved(edge, ms));
    handle.onpointerdown = (event) => {
      if (!this.#span) return;
      const ms = edge === 'start' ? this.#span.startMs : this.#span.endMs;
      const grip = {
        handle,
        ms,
        limits,
        snapTo: () => edge,
        onDrag: (to: number) => this.#place(this.#moved(edge, to)),
        onDrop: change,
        onEnd: () => this.#span && this.#place(this.#span),
      };
      dragEdge(event, grip, this.#parts);
    };
    handle.onkeydown = (event) =>
      onEdgeKey(event, handle, limits, { onMove: change, onSeek: this.#parts.onSeek });
  }

  #moved(edge: 'start' | 'end', ms: number): TimeSpan {
    const { startMs, endMs } = this.#span ?? { startMs: ms, endMs: ms };
    return edge === 'start' ? { startMs: ms, endMs } : { startMs, endMs: ms };
  }

  #limits(edge: 'start' | 'end'): EdgeLimits {
    const { startMs, endMs } = this.#span ?? { startMs: 0, endMs: 0 };
    return edge === 'start'
      ? { lowestMs: 0, highestMs: endMs - 1 }
      : { lowestMs: startMs + 1, highestMs: this.#parts.durationMs };
  }

  #place({ startMs, endMs }: TimeSpan): void {
    this.#layer.place(this.#band, startMs, endMs);
    this.#layer.placeAt(this.#handles.start, startMs);
    this.#layer.placeAt(this.#handles.end, endMs);
  }
}

/** Returns what stands on a span: its length, with a mark when it is looped. */
export function spanLabel({ startMs, endMs }: TimeSpan, looped: boolean, language: Language): string {
  const seconds = translateTo(language)('player.stepBackValue', {
    seconds: localFormats(language).number.format(Math.round((endMs - startMs) / 100) / 10),
  });
  return looped ? `↻ ${seconds}` : seconds;
}

const sameSpan = (a: TimeSpan | null, b: TimeSpan | null): boolean =>
  a?.startMs === b?.startMs && a?.endMs === b?.endMs;
