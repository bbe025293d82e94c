import { diffArrays } from 'diff';
import type { Inline } from '../model/turn.ts';

/** A run of a turn's content that stayed, went, or came. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly content: readonly Inline[];
}

/** Two texts that have little in common would take longer; they are then shown as one whole for another. */
const LONGEST_MS = 300;

/** Words with their inner hyphens and apostrophes, white space, and everything else sign by sign. */
const TOKENS = /[\p{L}\p{M}\p{N}]+(?:[-’'ʼ][\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

function tokensOf(content: readonly Inline[]): Inline[] {
  return joinTexts(content).flatMap((inline): Inline[] =>
    inline.type === 'text'
      ? (inline.text.match(TOKENS) ?? []).map((text) => ({ type: 'text', text }))
      : [inline],
  );
}

/** Returns the content with neighbouring texts joined: what is said of spans of it does not matter here. */
function joinTexts(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.type !== 'text') joined.push(inline);
    else if (last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', text: last.text + inline.text };
    else joined.push({ type: 'text', text: inline.text });
  }
  return joined;
}

function isSame(a: Inline, b: Inline): boolean {
  if (a.type === 'text') return b.type === 'text' && a.text === b.text;
  if (a.type === 'timestamp') return b.type === 'timestamp' && a.atMs === b.atMs;
  return b.type === 'tag' && a.tag === b.tag;
}

/**
 * Returns what became of a turn's content word by word. The runs that are not `added` are the earlier content, those
 * that are not `removed` the later one. A word between two words that changed counts as changed where only white space
 * kept them apart, so that a rewritten phrase reads as one.
 */
export function wordDiff(before: readonly Inline[], after: readonly Inline[]): readonly WordRun[] {
  const [earlier, later] = [tokensOf(before), tokensOf(after)];
  const parts = diffArrays(earlier, later, { comparator: isSame, timeout: LONGEST_MS });
  const runs: WordRun[] = parts
    ? parts.map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        content: joinTexts(value),
      }))
    : [
        { kind: 'removed', content: joinTexts(earlier) },
        { kind: 'added', content: joinTexts(later) },
      ];
  return joinRuns(runs.filter(({ content }) => content.length > 0));
}

const isSpace = ({ content: [only, ...rest] }: WordRun) =>
  rest.length === 0 && only?.type === 'text' && /^\s+$/u.test(only.text);

/** Joins changes that only white space keeps apart. */
function joinRuns(runs: readonly WordRun[]): readonly WordRun[] {
  const joined: WordRun[] = [];
  let removed: Inline[] = [];
  let added: Inline[] = [];
  const settle = () => {
    if (removed.length > 0) joined.push({ kind: 'removed', content: joinTexts(removed) });
    if (added.length > 0) joined.push({ kind: 'added', content: joinTexts(added) });
    removed = [];
    added = [];
  };
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    const replaces = removed.length > 0 && added.length > 0;
    if (run.kind === 'removed') removed.push(...run.content);
    else if (run.kind === 'added') added.push(...run.content);
    else if (replaces && isSpace(run) && next !== undefined && next.kind !== 'same') {
      removed.push(...run.content);
      added.push(...run.content);
    } else {
      settle();
      joined.push(run);
    }
  }
  settle();
  return joined;
}
