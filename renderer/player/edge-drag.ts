import type { SnapTo } from '../../shared/speech/snap.ts';
import type { EdgeLimits } from './edge-handle.ts';
import type { Waveform } from './waveform.ts';

const SCROLL_MARGIN = 24;
const SCROLL_STEP = 16;

export interface DragParts {
  readonly waveform: Waveform;
  readonly timeText: (ms: number) => string;
  /** Returns the edge of speech beside a time, when edges snap to it; else null. */
  readonly snap: (ms: number, to: SnapTo, reachMs: number) => number | null;
  readonly onSeek: (ms: number) => void;
}

/** An edge that is being dragged. `alone`: what touches it stays where it is, since Alt is held. */
export interface EdgeGrip {
  readonly handle: HTMLElement;
  readonly ms: number;
  readonly limits: (alone: boolean) => EdgeLimits;
  readonly snapTo: (alone: boolean) => SnapTo;
  readonly onDrag: (ms: number, alone: boolean) => void;
  /** Called once when it is let go elsewhere than where it was. */
  readonly onDrop: (ms: number, alone: boolean) => void;
  /** Called in any case when it is let go, before `onDrop`. */
  readonly onEnd: () => void;
}

/** Edges snap when they come this near to speech, in CSS pixels. */
const SNAP_PX = 8;

/**
 * Drags one edge with the pointer. It snaps to speech unless Ctrl is held. A press without a drag goes to the edge, as
 * it goes to any other place of the waveform.
 */
export function dragEdge(down: PointerEvent, grip: EdgeGrip, parts: DragParts): void {
  if (down.button !== 0) return;
  down.stopPropagation();
  down.preventDefault();
  const { handle, ms: fromMs } = grip;
  const { waveform, timeText, snap, onSeek } = parts;
  handle.focus({ preventScroll: true });
  handle.setPointerCapture(down.pointerId);
  const grabbedMs = waveform.timeAt(down.clientX) - fromMs;
  let ms = fromMs;
  let alone = down.altKey;
  const time = document.createElement('span');
  time.setAttribute('part', 'edge-time');
  time.textContent = timeText(fromMs);
  handle.append(time);
  handle.setAttribute('part', 'edge edge-dragged');

  const listening = new AbortController();
  const on = (event: 'pointermove' | 'pointerup' | 'lostpointercapture', run: (e: PointerEvent) => void) =>
    handle.addEventListener(event, run, { signal: listening.signal });
  const end = () => {
    listening.abort();
    time.remove();
    grip.onEnd();
  };
  on('pointermove', (event) => {
    scrollNearBorder(handle, waveform, event.clientX);
    alone = event.altKey;
    const { lowestMs, highestMs } = grip.limits(alone);
    const within = (at: number) => Math.max(lowestMs, Math.min(highestMs, at));
    const reachMs = (SNAP_PX / waveform.view().pxPerSecond) * 1000;
    const wantedMs = within(waveform.timeAt(event.clientX) - grabbedMs);
    const snappedMs = event.ctrlKey || event.metaKey ? null : snap(wantedMs, grip.snapTo(alone), reachMs);
    const snaps = snappedMs !== null && within(snappedMs) === snappedMs;
    ms = snaps ? snappedMs : wantedMs;
    time.setAttribute('part', snaps ? 'edge-time edge-time-snapped' : 'edge-time');
    time.textContent = timeText(ms);
    grip.onDrag(ms, alone);
  });
  on('pointerup', () => {
    end();
    if (ms !== fromMs) grip.onDrop(ms, alone);
    else onSeek(fromMs);
  });
  on('lostpointercapture', end);
}

function scrollNearBorder(handle: HTMLElement, waveform: Waveform, clientX: number): void {
  const host = handle.getRootNode();
  const box = host instanceof ShadowRoot ? host.host.getBoundingClientRect() : null;
  if (!box) return;
  if (clientX < box.left + SCROLL_MARGIN) waveform.scrollBy(-SCROLL_STEP);
  else if (clientX > box.right - SCROLL_MARGIN) waveform.scrollBy(SCROLL_STEP);
}
