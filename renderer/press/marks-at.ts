import { asLines, type MarkFacts, marksOf } from './article-lines.ts';
import type { ArticleSlate } from './article-slate.ts';

/** Returns the marks at the caret, an introduction behind what stands within it. */
export function marksAt({ selection, children }: ArticleSlate): readonly MarkFacts[] {
  const { path = [], offset = 0 } = selection?.focus ?? {};
  const [row = 0, column = 0] = path;
  const leaves = asLines(children)[row]?.children ?? [];
  const leaf = leaves[column];
  if (!leaf) return [];
  // At the edge of a run the caret belongs to either.
  const beside = offset === leaf.text.length ? leaves[column + 1] : offset === 0 ? leaves[column - 1] : null;
  const marks = [...Object.values(marksOf(leaf)), ...(beside ? Object.values(marksOf(beside)) : [])];
  const shown = marks.filter(({ state }) => state !== 'removed');
  const rank = ({ kind }: MarkFacts) => (kind === 'introduction' ? 1 : 0);
  return shown.sort((a, b) => rank(a) - rank(b));
}
