import type { TurnSpan } from './turn-spans.ts';
import type { Waveform } from './waveform.ts';

const SCROLL_MARGIN = 24;
const SCROLL_STEP = 16;

/** An edge of a turn and where it goes. `alone`: a turn that touches it stays. */
export interface EdgeMove {
  readonly span: TurnSpan;
  readonly edge: 'start' | 'end';
  readonly ms: number;
  readonly alone: boolean;
}

interface DragParts {
  readonly waveform: Waveform;
  readonly timeText: (ms: number) => string;
  readonly onMove: (move: EdgeMove) => void;
  readonly onSeek: (ms: number) => void;
}

type Limits = (alone: boolean) => { readonly lowestMs: number; readonly highestMs: number };

/**
 * Drags one edge of one turn with the pointer; what touches it follows unless Alt is held. A press without a
 * drag goes to the edge, as it goes to any other place of the waveform.
 */
export class EdgeDrag {
  readonly #parts: DragParts;
  readonly #preview: (move: EdgeMove | null) => void;
  readonly #time = document.createElement('span');

  constructor(parts: DragParts, preview: (move: EdgeMove | null) => void) {
    this.#parts = parts;
    this.#preview = preview;
    this.#time.setAttribute('part', 'edge-time');
  }

  start(down: PointerEvent, handle: HTMLElement, from: Omit<EdgeMove, 'alone'>, limits: Limits): void {
    if (down.button !== 0) return;
    down.stopPropagation();
    down.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(down.pointerId);
    const { waveform, timeText } = this.#parts;
    const grabbedMs = waveform.timeAt(down.clientX) - from.ms;
    let move: EdgeMove = { ...from, alone: down.altKey };
    this.#time.textContent = timeText(from.ms);
    handle.append(this.#time);
    handle.setAttribute('part', 'edge edge-dragged');

    const listening = new AbortController();
    const on = (event: 'pointermove' | 'pointerup' | 'lostpointercapture', run: (e: PointerEvent) => void) =>
      handle.addEventListener(event, run, { signal: listening.signal });
    const end = () => {
      listening.abort();
      this.#time.remove();
      this.#preview(null);
    };
    on('pointermove', (event) => {
      this.#scrollNearBorder(handle, event.clientX);
      const { lowestMs, highestMs } = limits(event.altKey);
      const ms = Math.max(lowestMs, Math.min(highestMs, waveform.timeAt(event.clientX) - grabbedMs));
      move = { ...from, ms, alone: event.altKey };
      this.#time.textContent = timeText(ms);
      this.#preview(move);
    });
    on('pointerup', () => {
      end();
      if (move.ms !== from.ms) this.#parts.onMove(move);
      else this.#parts.onSeek(from.ms);
    });
    on('lostpointercapture', end);
  }

  #scrollNearBorder(handle: HTMLElement, clientX: number): void {
    const host = handle.getRootNode();
    const box = host instanceof ShadowRoot ? host.host.getBoundingClientRect() : null;
    if (!box) return;
    if (clientX < box.left + SCROLL_MARGIN) this.#parts.waveform.scrollBy(-SCROLL_STEP);
    else if (clientX > box.right - SCROLL_MARGIN) this.#parts.waveform.scrollBy(SCROLL_STEP);
  }
}
