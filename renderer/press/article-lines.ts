import type { Descendant, Node } from 'slate';
import { type ArticleContent, type ArticleMark, byPlace, type TextSpan } from '../../shared/model/article.ts';
import type { MarkId } from '../../shared/model/ids.ts';

/** A mark as it stands on a run of text: all but where. */
export type MarkFacts = Omit<ArticleMark, 'spans'>;
export type LeafMarks = { readonly [id: MarkId]: MarkFacts };

/** A run of an article's text. `marks` are those that stand on it; absent when there are none. */
export interface ArticleText {
  text: string;
  marks?: LeafMarks;
}

/** A line of an article. */
export interface ArticleLine {
  type: 'line';
  children: ArticleText[];
}

const NONE: LeafMarks = {};

/** Returns the marks of a run of text. */
export const marksOf = (leaf: ArticleText): LeafMarks => leaf.marks ?? NONE;

/** Slate's types are the transcript's; here is the one place where an article's lines pass for them. */
export const asDescendants = (lines: readonly ArticleLine[]): Descendant[] =>
  lines as unknown as Descendant[];
export const asLines = (nodes: readonly Node[]): readonly ArticleLine[] =>
  nodes as unknown as readonly ArticleLine[];

/** Returns an article as the editor has it: a line for each line of the text, cut where marks begin and end. */
export function linesOf({ text, marks }: ArticleContent): ArticleLine[] {
  const spans = marks.flatMap(({ spans: own, ...facts }) => own.map((span) => ({ ...span, facts })));
  let lineStart = 0;
  return text.split('\n').map((line) => {
    const [from, to] = [lineStart, lineStart + line.length];
    lineStart = to + 1;
    const here = spans.filter(({ start, end }) => start < to && end > from);
    const cuts = [
      ...new Set([from, ...here.flatMap(({ start, end }) => [Math.max(from, start), Math.min(to, end)]), to]),
    ].sort((a, b) => a - b);
    const children = cuts.slice(0, -1).map((start, index): ArticleText => {
      const end = cuts[index + 1] ?? to;
      const own = here.filter((span) => span.start <= start && span.end >= end);
      const run = text.slice(start, end);
      return own.length === 0
        ? { text: run }
        : { text: run, marks: Object.fromEntries(own.map(({ facts }) => [facts.id, facts])) };
    });
    return { type: 'line', children: children.length > 0 ? children : [{ text: '' }] };
  });
}

/** Returns what the editor has as an article; stretches of a mark that only line ends part are one. */
export function contentOf(lines: readonly ArticleLine[]): ArticleContent {
  const found = new Map<MarkId, { facts: MarkFacts; spans: { start: number; end: number }[] }>();
  let text = '';
  lines.forEach((line, index) => {
    if (index > 0) text += '\n';
    for (const leaf of line.children) {
      const span = { start: text.length, end: text.length + leaf.text.length };
      text += leaf.text;
      if (span.start === span.end) continue;
      for (const facts of Object.values(marksOf(leaf))) {
        const mark = found.get(facts.id) ?? { facts, spans: [] };
        found.set(facts.id, mark);
        const last = mark.spans.at(-1);
        if (last && /^\n*$/.test(text.slice(last.end, span.start))) last.end = span.end;
        else mark.spans.push({ ...span });
      }
    }
  });
  const marks = [...found.values()].map(({ facts, spans }): ArticleMark => ({ ...facts, spans }));
  return { text, marks: marks.sort(byPlace) };
}

/** Returns `spans` without what they share with `hole`. */
export function without(spans: readonly TextSpan[], hole: TextSpan): readonly TextSpan[] {
  return spans.flatMap(({ start, end }) =>
    [
      { start, end: Math.min(end, hole.start) },
      { start: Math.max(start, hole.end), end },
    ].filter((part) => part.end > part.start),
  );
}
