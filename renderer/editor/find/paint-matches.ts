import { ReactEditor } from 'slate-react';
import { type Turn, turnText } from '../../../shared/model/turn.ts';
import { turnElements } from '../slate-turns.ts';
import type { PlacedMatch } from '../verbs/replace-matches.ts';
import type { TranscriptSlate } from '../with-transcript.ts';
import { edgesOf, spansUnder } from './pieces.ts';

/** What is that far outside the window is painted too, CSS pixels. */
const AHEAD_PX = 600;
/** Text that scrolls into view is laid out by then. */
const SETTLED_MS = 120;
/** What a turn takes besides its letters, in letters. */
const TURN_WEIGHT = 90;
const TICK_PX = 2;

export interface Painter {
  /** Marks these matches, in order; `current` is the place of one of them. */
  show(matches: readonly PlacedMatch[], current: number | null, turns: readonly Turn[]): void;
  stop(): void;
}

/**
 * Marks matches by the browser's own highlights, which change nothing in the page: only those in or near the window,
 * so that typing costs the same however many there are. All of them stand as ticks on the strip.
 */
export function createPainter(
  slate: TranscriptSlate,
  scroller: HTMLElement,
  strip: HTMLCanvasElement,
): Painter {
  const listening = new AbortController();
  const all = new Highlight();
  const one = new Highlight();
  one.priority = 1;
  CSS.highlights.set('found', all);
  CSS.highlights.set('found-current', one);
  let byTurn = new Map<number, PlacedMatch[]>();
  let currentMatch: PlacedMatch | null = null;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function paint() {
    frame = 0;
    all.clear();
    one.clear();
    if (byTurn.size === 0) return;
    for (const index of visibleTurns())
      for (const placed of byTurn.get(index) ?? []) {
        const range = domRange(slate, placed);
        if (range) (placed === currentMatch ? one : all).add(range);
      }
  }

  function* visibleTurns(): Generator<number> {
    const view = scroller.getBoundingClientRect();
    const isNear = (element: Element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top < view.bottom + AHEAD_PX && bottom > view.top - AHEAD_PX;
    };
    const places = new Map(turnElements(slate).map(({ id }, index) => [id as string, index]));
    // A short transcript is not divided.
    const chunks = [...scroller.querySelectorAll('.chunk')];
    for (const part of chunks.length > 0 ? chunks.filter(isNear) : [scroller])
      for (const turn of part.querySelectorAll<HTMLElement>('.turn')) {
        const index = places.get(turn.dataset.turnId ?? '');
        if (index !== undefined && byTurn.has(index) && isNear(turn)) yield index;
      }
  }

  function paintSoon() {
    frame ||= requestAnimationFrame(paint);
    clearTimeout(timer);
    timer = setTimeout(paint, SETTLED_MS);
  }

  scroller.addEventListener('scroll', paintSoon, { passive: true, signal: listening.signal });
  const resizing = new ResizeObserver(paintSoon);
  resizing.observe(scroller);

  return {
    show(matches, current, turns) {
      byTurn = new Map();
      for (const placed of matches) {
        const known = byTurn.get(placed.index);
        if (known) known.push(placed);
        else byTurn.set(placed.index, [placed]);
      }
      currentMatch = current === null ? null : (matches[current] ?? null);
      paintSoon();
      drawStrip(strip, matches, currentMatch, turns);
    },
    stop() {
      listening.abort();
      resizing.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      CSS.highlights.delete('found');
      CSS.highlights.delete('found-current');
    },
  };
}

/** Returns the place of a match on the page; null while its turn is not there, or has become another. */
export function domRange(slate: TranscriptSlate, { index, match }: PlacedMatch): Range | null {
  const turn = turnElements(slate)[index];
  const edges = turn && edgesOf(spansUnder(turn, index, match));
  if (!edges) return null;
  try {
    return ReactEditor.toDOMRange(slate, edges);
  } catch {
    // Not rendered yet.
    return null;
  }
}

/** Draws where in the whole text the matches stand, by the letters before them. */
function drawStrip(
  strip: HTMLCanvasElement,
  matches: readonly PlacedMatch[],
  current: PlacedMatch | null,
  turns: readonly Turn[],
): void {
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth, clientHeight } = strip;
  strip.width = Math.round(clientWidth * ratio);
  strip.height = Math.round(clientHeight * ratio);
  const context = strip.getContext('2d');
  if (!context || matches.length === 0) return;
  let total = 0;
  const starts = turns.map((turn) => {
    const start = total;
    total += TURN_WEIGHT + turnText(turn).length;
    return start;
  });
  context.scale(ratio, ratio);
  const { color, outlineColor } = getComputedStyle(strip);
  const tick = ({ index, match }: PlacedMatch) => {
    const share = ((starts[index] ?? 0) + match.start) / Math.max(1, total);
    context.fillRect(0, share * (clientHeight - TICK_PX), clientWidth, TICK_PX);
  };
  context.fillStyle = color;
  for (const placed of matches) tick(placed);
  if (!current) return;
  context.fillStyle = outlineColor;
  tick(current);
}
