const NUDGE_MS = 100;
const FINE_NUDGE_MS = 10;

/** How far an edge may be moved, milliseconds. */
export interface EdgeLimits {
  readonly lowestMs: number;
  readonly highestMs: number;
}

interface EdgeWords extends EdgeLimits {
  readonly label: string;
  readonly ms: number;
  readonly timeText: string;
}

/** Makes an element a handle that the keyboard and a screen reader know as a slider. */
export function describeEdge(handle: HTMLElement, words: EdgeWords): void {
  handle.setAttribute('part', 'edge');
  handle.setAttribute('role', 'slider');
  handle.tabIndex = 0;
  handle.ariaOrientation = 'horizontal';
  handle.ariaLabel = words.label;
  handle.ariaValueMin = String(words.lowestMs);
  handle.ariaValueMax = String(words.highestMs);
  handle.ariaValueNow = String(words.ms);
  handle.ariaValueText = words.timeText;
  handle.onclick = (event) => event.stopPropagation();
  handle.ondblclick = (event) => event.stopPropagation();
}

/** Tells where a key takes an edge, or that it goes there: arrows move by 100 ms, with Shift by 10, Enter seeks. */
export function onEdgeKey(
  event: KeyboardEvent,
  handle: HTMLElement,
  limits: (alone: boolean) => EdgeLimits,
  { onMove, onSeek }: { onMove: (ms: number, alone: boolean) => void; onSeek: (ms: number) => void },
): void {
  if (event.ctrlKey || event.metaKey) return;
  // The next press may come before the editor has answered this one.
  const ms = Number(handle.ariaValueNow);
  const direction = event.code === 'ArrowLeft' ? -1 : event.code === 'ArrowRight' ? 1 : 0;
  if (event.code === 'Enter') onSeek(ms);
  else if (direction === 0) return;
  event.preventDefault();
  const { lowestMs, highestMs } = limits(event.altKey);
  const wanted = ms + direction * (event.shiftKey ? FINE_NUDGE_MS : NUDGE_MS);
  const moved = Math.max(lowestMs, Math.min(highestMs, wanted));
  if (moved === ms) return;
  handle.ariaValueNow = String(moved);
  onMove(moved, event.altKey);
}
