import type { TurnId } from '../../shared/model/ids.ts';
import { type DragParts, dragEdge } from './edge-drag.ts';
import { describeEdge, onEdgeKey } from './edge-handle.ts';
import { aroundView, TimeLayer } from './time-layer.ts';
import { edgeLimits, type TurnSpan, type TurnSpans, turnSpans, visibleSpans } from './turn-spans.ts';
import type { View } from './waveform.ts';

const NARROWEST_NAME = 56;
const PASSED_OVER = { solid: 'var(--text-quiet)', tint: 'transparent' };

/** An edge of a turn and where it goes. `alone`: a turn that touches it stays. */
export interface EdgeMove {
  readonly span: TurnSpan;
  readonly edge: 'start' | 'end';
  readonly ms: number;
  readonly alone: boolean;
}

export interface OverlayParts extends DragParts {
  readonly durationMs: number;
  readonly nameOf: (span: TurnSpan) => string;
  /** Returns the tokens of the speaker's colour and of its tint. */
  readonly coloursOf: (span: TurnSpan) => { readonly solid: string; readonly tint: string };
  /** Whether a turn is passed over when playing. */
  readonly isPassedOver: (span: TurnSpan) => boolean;
  /** Returns what a screen reader calls an edge. */
  readonly edgeLabel: (span: TurnSpan, edge: 'start' | 'end', before: TurnSpan | null) => string;
  /** Called once for a drag, and for each press of a key. */
  readonly onMove: (move: EdgeMove) => void;
}

/** The turns on the waveform, with edges that can be moved. Only what is in view is in the page. */
export class TurnOverlay {
  readonly #parts: OverlayParts;
  readonly #layer: TimeLayer;
  readonly #shown = new Map<string, HTMLElement>();
  #spans: TurnSpans = turnSpans([], 0);
  #currentId: TurnId | null = null;
  #pxPerSecond = 0;

  constructor(parts: OverlayParts) {
    this.#parts = parts;
    this.#layer = new TimeLayer(parts.waveform, parts.durationMs, 'turns');
  }

  setTurns(spans: TurnSpans): void {
    this.#spans = spans;
    this.render(this.#parts.waveform.view(), true);
  }

  /** Marks the turn with the caret. */
  setCurrent(id: TurnId | null): void {
    this.#currentId = id;
    this.render(this.#parts.waveform.view(), true);
  }

  /** Puts what is in view into the page, and takes out what is not. `changed`: what is there may look different. */
  render(view: View, changed = false): void {
    const { fromMs, pxPerSecond } = view;
    const around = aroundView(view);
    const wanted = visibleSpans(this.#spans, around.fromMs, around.toMs);
    const isAnew = changed || pxPerSecond !== this.#pxPerSecond;
    this.#pxPerSecond = pxPerSecond;
    const keys = new Set<string>();
    for (const span of wanted) {
      this.#renderSpan(span, keys, isAnew);
      this.#keepNameInView(span, fromMs);
    }
    for (const [key, element] of this.#shown) {
      if (keys.has(key)) continue;
      element.remove();
      this.#shown.delete(key);
    }
  }

  /** Returns the turn under a time, the one that started last. */
  turnAt(ms: number): TurnSpan | null {
    return visibleSpans(this.#spans, ms, ms + 1).at(-1) ?? null;
  }

  #renderSpan(span: TurnSpan, keys: Set<string>, changed: boolean): void {
    keys.add(span.id);
    const known = this.#shown.get(span.id);
    const turn = known ?? this.#add(span.id, document.createElement('div'));
    if (!known) turn.append(document.createElement('span'));
    if (!known || changed) {
      const parts = ['turn'];
      if (span.id === this.#currentId) parts.push('turn-current');
      if (span.open) parts.push('turn-open');
      turn.setAttribute('part', parts.join(' '));
      const { solid, tint } = this.#parts.isPassedOver(span) ? PASSED_OVER : this.#parts.coloursOf(span);
      turn.style.setProperty('--turn', solid);
      turn.style.setProperty('--turn-tint', tint);
      this.#layer.place(turn, span.startMs, span.endMs);
      const [name] = turn.children;
      if (name) {
        const fits = ((span.endMs - span.startMs) / 1000) * this.#pxPerSecond >= NARROWEST_NAME;
        const text = fits ? this.#parts.nameOf(span) : '';
        name.setAttribute('part', text === '' ? '' : 'turn-name');
        name.textContent = text;
      }
    }
    this.#renderEdge(span, 'start', keys, changed);
    // An edge that two turns share is one edge: the start of the later turn.
    if (!span.open && !span.touched) this.#renderEdge(span, 'end', keys, changed);
  }

  /**
   * Moves the name of a turn that has begun left of the view to where it can be read. Not by `position: sticky`: a
   * layer for each name, and for all that is drawn over it, costs every frame of the page.
   */
  #keepNameInView({ id, startMs }: TurnSpan, fromMs: number): void {
    const name = this.#shown.get(id)?.firstElementChild;
    if (!(name instanceof HTMLElement)) return;
    const left = startMs < fromMs ? `${Math.round(((fromMs - startMs) / 1000) * this.#pxPerSecond)}px` : '';
    if (name.style.left !== left) name.style.left = left;
  }

  #renderEdge(span: TurnSpan, edge: 'start' | 'end', keys: Set<string>, changed: boolean): void {
    const key = `${span.id}:${edge}`;
    keys.add(key);
    const known = this.#shown.get(key);
    const handle = known ?? this.#add(key, document.createElement('div'));
    if (known && !changed) return;
    const ms = edge === 'start' ? span.startMs : span.endMs;
    const limits = (alone: boolean) => edgeLimits(this.#spans, span, edge, alone, this.#parts.durationMs);
    const before = edge === 'start' ? this.#touched(span) : null;
    const label = this.#parts.edgeLabel(span, edge, before);
    describeEdge(handle, { label, ms, timeText: this.#parts.timeText(ms), ...limits(false) });
    this.#layer.placeAt(handle, ms);
    const { onMove, onSeek } = this.#parts;
    const move = (to: number, alone: boolean) => onMove({ span, edge, ms: to, alone });
    handle.onpointerdown = (event) => {
      const grip = {
        handle,
        ms,
        limits,
        snapTo: (alone: boolean) => (before && !alone ? 'both' : edge),
        onDrag: (to: number, alone: boolean) => this.#preview({ span, edge, ms: to, alone }),
        onDrop: move,
        onEnd: () => this.render(this.#parts.waveform.view(), true),
      };
      dragEdge(event, grip, this.#parts);
    };
    handle.onkeydown = (event) => onEdgeKey(event, handle, limits, { onMove: move, onSeek });
  }

  /** Shows where an edge is being dragged to, without a word to the editor. */
  #preview({ span, edge, ms, alone }: EdgeMove): void {
    const handle = this.#shown.get(`${span.id}:${edge}`);
    if (handle) this.#layer.placeAt(handle, ms);
    const turn = this.#shown.get(span.id);
    if (turn) this.#layer.place(turn, edge === 'start' ? ms : span.startMs, edge === 'end' ? ms : span.endMs);
    const before = edge === 'start' && !alone ? this.#touched(span) : null;
    const neighbour = before && this.#shown.get(before.id);
    if (before && neighbour) this.#layer.place(neighbour, before.startMs, ms);
  }

  #touched(span: TurnSpan): TurnSpan | null {
    return (span.touches && this.#spans.byId.get(span.touches)) || null;
  }

  #add(key: string, element: HTMLElement): HTMLElement {
    this.#layer.element.append(element);
    this.#shown.set(key, element);
    return element;
  }
}
