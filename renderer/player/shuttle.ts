/** Speeds of the shuttle, backward and forward; there is no standing still among them. */
const SPEEDS = [-8, -4, -2, -1, 1, 2, 4, 8];

/**
 * Returns the speed after one more press backward (-1) or forward (1). `speed` is how fast it goes now, 0 standing. A
 * press against the direction slows down first, then turns round.
 */
export function nextShuttle(speed: number, direction: -1 | 1): number {
  if (speed === 0) return direction;
  const further = SPEEDS.filter((each) => (direction > 0 ? each > speed : each < speed));
  const next = direction > 0 ? further[0] : further.at(-1);
  return next ?? speed;
}
