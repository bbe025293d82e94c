import type { TurnId } from '../../shared/model/ids.ts';
import { EdgeDrag, type EdgeMove } from './edge-drag.ts';
import { edgeLimits, type TurnSpan, type TurnSpans, turnSpans, visibleSpans } from './turn-spans.ts';
import type { View, Waveform } from './waveform.ts';

const NARROWEST_NAME = 56;
const MARGIN_SHARE = 0.25;
const NUDGE_MS = 100;
const FINE_NUDGE_MS = 10;

export interface OverlayParts {
  readonly waveform: Waveform;
  readonly durationMs: number;
  readonly nameOf: (span: TurnSpan) => string;
  /** Returns the tokens of the speaker's colour and of its tint. */
  readonly coloursOf: (span: TurnSpan) => { readonly solid: string; readonly tint: string };
  /** Returns what a screen reader calls an edge. */
  readonly edgeLabel: (span: TurnSpan, edge: 'start' | 'end', before: TurnSpan | null) => string;
  readonly timeText: (ms: number) => string;
  /** Called once for a drag, and for each press of a key. `alone`: the turn that touches stays. */
  readonly onMove: (move: EdgeMove) => void;
  readonly onSeek: (ms: number) => void;
}

/**
 * The turns on the waveform, with edges that can be moved. Only what is in view is in the page; places are in
 * per cent of the recording, so that zooming moves nothing.
 */
export class TurnOverlay {
  readonly #parts: OverlayParts;
  readonly #layer = document.createElement('div');
  readonly #shown = new Map<string, HTMLElement>();
  readonly #drag: EdgeDrag;
  #spans: TurnSpans = turnSpans([], 0);
  #currentId: TurnId | null = null;
  #pxPerSecond = 0;

  constructor(parts: OverlayParts) {
    this.#parts = parts;
    this.#layer.setAttribute('part', 'turns');
    parts.waveform.wrapper.append(this.#layer);
    this.#drag = new EdgeDrag(parts, (move) => this.#preview(move));
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
  render({ fromMs, toMs, pxPerSecond }: View, changed = false): void {
    const marginMs = (toMs - fromMs) * MARGIN_SHARE;
    const wanted = visibleSpans(this.#spans, fromMs - marginMs, toMs + marginMs);
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
      const isCurrent = span.id === this.#currentId;
      turn.setAttribute('part', `turn${isCurrent ? ' turn-current' : ''}${span.open ? ' turn-open' : ''}`);
      const { solid, tint } = this.#parts.coloursOf(span);
      turn.style.setProperty('--turn', solid);
      turn.style.setProperty('--turn-tint', tint);
      this.#place(turn, span.startMs, span.endMs);
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
    const { lowestMs, highestMs } = this.#limits(span, edge, false);
    const before = edge === 'start' ? this.#touched(span) : null;
    handle.setAttribute('part', 'edge');
    handle.setAttribute('role', 'slider');
    handle.tabIndex = 0;
    handle.ariaOrientation = 'horizontal';
    handle.ariaLabel = this.#parts.edgeLabel(span, edge, before);
    handle.ariaValueMin = String(lowestMs);
    handle.ariaValueMax = String(highestMs);
    handle.ariaValueNow = String(ms);
    handle.ariaValueText = this.#parts.timeText(ms);
    handle.style.left = this.#percent(ms);
    handle.onclick = (event) => event.stopPropagation();
    handle.ondblclick = (event) => event.stopPropagation();
    handle.onpointerdown = (event) =>
      this.#drag.start(event, handle, { span, edge, ms }, (alone) => this.#limits(span, edge, alone));
    handle.onkeydown = (event) => this.#onKey(event, handle, span, edge);
  }

  #onKey(event: KeyboardEvent, handle: HTMLElement, span: TurnSpan, edge: 'start' | 'end'): void {
    if (event.ctrlKey || event.metaKey) return;
    // The next press may come before the editor has answered this one.
    const ms = Number(handle.ariaValueNow);
    const direction = event.code === 'ArrowLeft' ? -1 : event.code === 'ArrowRight' ? 1 : 0;
    if (event.code === 'Enter') this.#parts.onSeek(ms);
    else if (direction === 0) return;
    event.preventDefault();
    const { lowestMs, highestMs } = this.#limits(span, edge, event.altKey);
    const wanted = ms + direction * (event.shiftKey ? FINE_NUDGE_MS : NUDGE_MS);
    const moved = Math.max(lowestMs, Math.min(highestMs, wanted));
    if (moved === ms) return;
    handle.ariaValueNow = String(moved);
    this.#parts.onMove({ span, edge, ms: moved, alone: event.altKey });
  }

  /** Shows where an edge is being dragged to, without a word to the editor; null puts everything back. */
  #preview(move: EdgeMove | null): void {
    if (!move) {
      this.render(this.#parts.waveform.view(), true);
      return;
    }
    const { span, edge, ms, alone } = move;
    const handle = this.#shown.get(`${span.id}:${edge}`);
    if (handle) handle.style.left = this.#percent(ms);
    const turn = this.#shown.get(span.id);
    if (turn) this.#place(turn, edge === 'start' ? ms : span.startMs, edge === 'end' ? ms : span.endMs);
    const before = edge === 'start' && !alone ? this.#touched(span) : null;
    const neighbour = before && this.#shown.get(before.id);
    if (before && neighbour) this.#place(neighbour, before.startMs, ms);
  }

  #limits(span: TurnSpan, edge: 'start' | 'end', alone: boolean) {
    return edgeLimits(this.#spans, span, edge, alone, this.#parts.durationMs);
  }

  #touched(span: TurnSpan): TurnSpan | null {
    return (span.touches && this.#spans.byId.get(span.touches)) || null;
  }

  #add(key: string, element: HTMLElement): HTMLElement {
    this.#layer.append(element);
    this.#shown.set(key, element);
    return element;
  }

  #place(element: HTMLElement, startMs: number, endMs: number): void {
    element.style.left = this.#percent(startMs);
    element.style.width = this.#percent(endMs - startMs);
  }

  #percent(ms: number): string {
    return `${(ms / this.#parts.durationMs) * 100}%`;
  }
}
