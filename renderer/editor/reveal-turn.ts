/** Where a turn comes to lie, as a share of the window's height. */
const UPPER_PART = 1 / 4;

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
  const { top, height } = scroller.getBoundingClientRect();
  const byPx = turn.getBoundingClientRect().top - top - height * UPPER_PART;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (glide && !isCalm && Math.abs(byPx) < height * 2) {
    scroller.scrollBy({ top: byPx, behavior: 'smooth' });
    return;
  }
  scroller.scrollBy({ top: byPx, behavior: 'instant' });
  // Turns on the way had a guessed height; by the next frame those in view have their own.
  requestAnimationFrame(() => {
    const restPx = turn.getBoundingClientRect().top - top - height * UPPER_PART;
    if (!isReadable(scroller, turn)) scroller.scrollBy({ top: restPx, behavior: 'instant' });
  });
}
