/** A stretch of a text, half-open `[start, end)`, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Tells whether `inner` lies within `outer`. */
export const within = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** Tells whether two spans have anything in common. */
export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Returns the span without white space and `signs` at its ends. */
export function trimmed(text: string, { start, end }: Span, signs = /[\s]/u): Span {
  let from = start;
  let to = end;
  while (from < to && signs.test(text[from] ?? '')) from++;
  while (to > from && signs.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
