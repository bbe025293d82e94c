import type { Span } from './span.ts';

/** A stretch between quotation marks. The span holds the marks, `inner` does not. */
export interface Marked extends Span {
  readonly inner: Span;
  /** 0 for the outermost. */
  readonly depth: number;
}

const PAIRS: Readonly<Record<string, string>> = {
  '«': '»',
  '„': '“”',
  '“': '”',
  '‘': '’',
  '"': '"',
  "'": "'",
  '‹': '›',
};
const STRAIGHT = /["']/u;
const BEFORE_OPENING = /[\s([{«„“‘"'—–\-:]/u;
const LETTER = /[\p{L}\p{N}]/u;

interface Open {
  readonly mark: string;
  readonly at: number;
}

/**
 * Returns what stands between quotation marks in a paragraph, by where it begins. Curly, straight, pointed and low marks;
 * nested; a mark that is not closed by the end of the paragraph opens nothing, and one » may close two «.
 */
export function findMarked(text: string, { start, end }: Span): readonly Marked[] {
  const found: Marked[] = [];
  const stack: Open[] = [];
  const close = (depth: number, at: number) => {
    const open = stack[depth];
    if (!open) return;
    stack.length = depth;
    found.push({ start: open.at, end: at + 1, inner: { start: open.at + 1, end: at }, depth });
  };
  let lastGuillemet = -1;
  for (let at = start; at < end; at++) {
    const sign = text[at] ?? '';
    const before = at === start ? ' ' : (text[at - 1] ?? ' ');
    const after = at + 1 < end ? (text[at + 1] ?? ' ') : ' ';
    if (sign === '»') lastGuillemet = at;
    const depth = closes(stack, sign, before, after);
    if (depth !== null) close(depth, at);
    else if (opens(sign, before, after)) stack.push({ mark: sign, at });
  }
  // «… «Name» without its second closing mark.
  const [outer] = stack;
  if (outer?.mark === '«' && lastGuillemet > outer.at) {
    stack.length = 1;
    close(0, lastGuillemet);
  }
  return found
    .filter((marked) => marked.inner.end > marked.inner.start)
    .map((marked) => ({
      ...marked,
      depth: found.filter((other) => other !== marked && encloses(other, marked)).length,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

const encloses = (outer: Span, inner: Span) => outer.start < inner.start && outer.end >= inner.end;

/** Returns how deep the mark is that `sign` closes, or null where it closes none. */
function closes(stack: readonly Open[], sign: string, before: string, after: string): number | null {
  for (let depth = stack.length - 1; depth >= 0; depth--) {
    const mark = stack[depth]?.mark ?? '';
    if (!PAIRS[mark]?.includes(sign)) continue;
    // “ closes „ and opens for the English.
    if (sign === '’' && (LETTER.test(after) || !/[\p{L}\p{N}.,!?…”"]/u.test(before))) return null;
    if (sign === "'" && (LETTER.test(after) || !/[.,!?…]/u.test(before))) return null;
    if (sign === '"' && BEFORE_OPENING.test(before) && LETTER.test(after)) return null;
    return depth;
  }
  return null;
}

function opens(sign: string, before: string, after: string): boolean {
  if (!(sign in PAIRS)) return false;
  if (sign === '«' || sign === '„' || sign === '‹') return true;
  const inPlace = BEFORE_OPENING.test(before) && !/\s/u.test(after);
  return sign === '“' ? inPlace || !STRAIGHT.test(sign) : inPlace;
}
