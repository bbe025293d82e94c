import type { AnnotationId } from '../../shared/model/ids.ts';
import type { View, Waveform } from './waveform.ts';

/** An annotation as the waveform shows it. */
export interface NoteSpan {
  readonly id: AnnotationId;
  readonly startMs: number;
  readonly endMs: number;
  /** Index of its colour. */
  readonly colour: number;
  /** Off the record. */
  readonly withheld: boolean;
  /** What a screen reader and the hint say. */
  readonly label: string;
}

interface NoteParts {
  readonly waveform: Waveform;
  readonly durationMs: number;
  readonly onChoose: (span: NoteSpan) => void;
  /** A span was drawn with Shift and the pointer, in milliseconds. */
  readonly onDraw: (startMs: number, endMs: number) => void;
}

const LANES = 3;
const MARGIN_SHARE = 0.25;
/** A press that moves less than this is no span. */
const SHORTEST_DRAWN_MS = 100;

/**
 * Annotations as bars at the foot of the waveform, overlapping ones above each other; what is off the record is hatched
 * over its whole height. Only what is in view is in the page. The keyboard reaches them by their panel.
 */
export class NoteOverlay {
  readonly #parts: NoteParts;
  readonly #layer = document.createElement('div');
  readonly #drawn = document.createElement('div');
  readonly #stopper = new AbortController();
  #notes: readonly (NoteSpan & { readonly lane: number })[] = [];

  constructor(parts: NoteParts) {
    this.#parts = parts;
    this.#layer.setAttribute('part', 'notes');
    this.#drawn.setAttribute('part', 'note-drawn');
    this.#drawn.hidden = true;
    parts.waveform.wrapper.append(this.#layer, this.#drawn);
    parts.waveform.wrapper.addEventListener('pointerdown', (event) => this.#onPress(event), {
      signal: this.#stopper.signal,
      capture: true,
    });
  }

  dispose(): void {
    this.#stopper.abort();
  }

  setNotes(notes: readonly NoteSpan[]): void {
    const ends: number[] = [];
    this.#notes = [...notes]
      .sort((a, b) => a.startMs - b.startMs)
      .map((note) => {
        const free = ends.findIndex((endMs) => endMs <= note.startMs);
        const lane = free < 0 ? Math.min(ends.length, LANES - 1) : free;
        ends[lane] = note.endMs;
        return { ...note, lane };
      });
    this.render(this.#parts.waveform.view());
  }

  /** Puts what is in view into the page, and takes out what is not. */
  render({ fromMs, toMs }: View): void {
    const marginMs = (toMs - fromMs) * MARGIN_SHARE;
    const wanted = this.#notes.filter(
      ({ startMs, endMs }) => endMs > fromMs - marginMs && startMs < toMs + marginMs,
    );
    this.#layer.replaceChildren(...wanted.flatMap((note) => this.#elementsOf(note)));
  }

  #elementsOf(note: NoteSpan & { readonly lane: number }): HTMLElement[] {
    const bar = document.createElement('button');
    bar.type = 'button';
    bar.tabIndex = -1;
    bar.setAttribute('part', 'note');
    bar.title = note.label;
    bar.ariaLabel = note.label;
    bar.style.bottom = `${2 + note.lane * 6}px`;
    this.#place(bar, note);
    bar.addEventListener('click', (event) => {
      event.stopPropagation();
      this.#parts.onChoose(note);
    });
    if (!note.withheld) return [bar];
    const hatch = document.createElement('div');
    hatch.setAttribute('part', 'note-withheld');
    this.#place(hatch, note);
    return [hatch, bar];
  }

  #place(
    element: HTMLElement,
    { startMs, endMs, colour }: Pick<NoteSpan, 'startMs' | 'endMs' | 'colour'>,
  ): void {
    const percent = (ms: number) => `${(ms / this.#parts.durationMs) * 100}%`;
    element.style.left = percent(startMs);
    element.style.width = percent(endMs - startMs);
    element.style.setProperty('--ink', `var(--note-${colour})`);
  }

  #onPress(down: PointerEvent): void {
    if (!down.shiftKey || down.button !== 0) return;
    down.stopPropagation();
    down.preventDefault();
    const { waveform, onDraw } = this.#parts;
    const fromMs = waveform.timeAt(down.clientX);
    const listening = new AbortController();
    const span = (event: PointerEvent) => {
      const ms = waveform.timeAt(event.clientX);
      return { startMs: Math.min(fromMs, ms), endMs: Math.max(fromMs, ms), colour: 0 };
    };
    const on = (event: 'pointermove' | 'pointerup' | 'pointercancel', run: (e: PointerEvent) => void) =>
      window.addEventListener(event, run, { signal: listening.signal });
    const end = () => {
      listening.abort();
      this.#drawn.hidden = true;
    };
    on('pointermove', (event) => {
      this.#drawn.hidden = false;
      this.#place(this.#drawn, span(event));
    });
    on('pointercancel', end);
    on('pointerup', (event) => {
      end();
      const { startMs, endMs } = span(event);
      if (endMs - startMs >= SHORTEST_DRAWN_MS) onDraw(startMs, endMs);
    });
  }
}
