import type { AnnotationId } from '../../shared/model/ids.ts';
import { aroundView, TimeLayer } from './time-layer.ts';
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
}

const LANES = 3;

/**
 * Annotations as bars at the foot of the waveform, overlapping ones above each other; what is off the record is hatched
 * over its whole height. Only what is in view is in the page. The keyboard reaches them by their panel.
 */
export class NoteOverlay {
  readonly #parts: NoteParts;
  readonly #layer: TimeLayer;
  #notes: readonly (NoteSpan & { readonly lane: number })[] = [];

  constructor(parts: NoteParts) {
    this.#parts = parts;
    this.#layer = new TimeLayer(parts.waveform, parts.durationMs, 'notes');
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
  render(view: View): void {
    const { fromMs, toMs } = aroundView(view);
    const wanted = this.#notes.filter(({ startMs, endMs }) => endMs > fromMs && startMs < toMs);
    this.#layer.element.replaceChildren(...wanted.flatMap((note) => this.#elementsOf(note)));
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
    bar.addEventListener('pointerdown', (event) => event.stopPropagation());
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

  #place(element: HTMLElement, { startMs, endMs, colour }: NoteSpan): void {
    this.#layer.place(element, startMs, endMs);
    element.style.setProperty('--ink', `var(--note-${colour})`);
  }
}
