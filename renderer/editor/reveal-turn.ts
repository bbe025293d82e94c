/** Where a turn comes to lie, as a share of the window's height. */
const UPPER_PART = 1 / 4;

/** Where a span of text comes to lie, and what is kept between it and the edges: the find bar stands at the top. */
const RANGE_PART = 2 / 5;
const RANGE_MARGIN_PX = 110;

/** How long a jump is corrected. */
const SETTLING_FRAMES = 10;

/** Returns whether any of a turn can be seen. */
export function isInView(scroller: HTMLElement, turn: HTMLElement): boolean {
  const view = scroller.getBoundingClientRect();
  const { top, bottom } = turn.getBoundingClientRect();
  return top < view.bottom && bottom > view.top;
}

/** Returns whether a turn can be read: its start, and as much of it as half the window holds. */
function isReadable(scroller: HTMLElement, turn: HTMLElement): boolean {
  const view = scroller.getBoundingClientRect();
  const { top, bottom } = turn.getBoundingClientRect();
  return top >= view.top && Math.min(bottom, top + view.height / 2) <= view.bottom;
}

/** Scrolls a turn to where it can be read; leaves it if it can. Nearby turns glide, if motion is welcome. */
export function revealTurn(scroller: HTMLElement, turn: HTMLElement, glide: boolean): void {
  if (isReadable(scroller, turn)) return;
  const { height } = scroller.getBoundingClientRect();
  const byPx = distancePx(scroller, turn);
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (glide && !isCalm && Math.abs(byPx) < height * 2) scroller.scrollBy({ top: byPx, behavior: 'smooth' });
  else jump(scroller, turn, SETTLING_FRAMES);
}

function distancePx(scroller: HTMLElement, turn: HTMLElement): number {
  const view = scroller.getBoundingClientRect();
  return turn.getBoundingClientRect().top - view.top - view.height * UPPER_PART;
}

/** Turns on the way have a guessed height until they come near the window, so one jump may fall short. */
function jump(scroller: HTMLElement, turn: HTMLElement, framesLeft: number): void {
  if (!isReadable(scroller, turn))
    scroller.scrollBy({ top: distancePx(scroller, turn), behavior: 'instant' });
  if (framesLeft > 0) requestAnimationFrame(() => jump(scroller, turn, framesLeft - 1));
}

/** Scrolls a span of text to where it can be read; leaves it if it can. */
export function revealRange(scroller: HTMLElement, range: Range, framesLeft = SETTLING_FRAMES): void {
  const view = scroller.getBoundingClientRect();
  const { top, bottom } = range.getBoundingClientRect();
  if (top < view.top + RANGE_MARGIN_PX || bottom > view.bottom - RANGE_MARGIN_PX)
    scroller.scrollBy({ top: top - view.top - view.height * RANGE_PART, behavior: 'instant' });
  if (framesLeft > 0) requestAnimationFrame(() => revealRange(scroller, range, framesLeft - 1));
}
