import {
  createEditor,
  type Editor,
  type Path,
  type Point,
  type Range,
  Editor as SlateEditor,
  Transforms,
} from 'slate';
import { HistoryEditor, withHistory } from 'slate-history';
import { type ReactEditor, withReact } from 'slate-react';
import type { ArticleContent, ArticleMark, TextSpan } from '../../shared/model/article.ts';
import type { MarkId } from '../../shared/model/ids.ts';
import {
  type ArticleText,
  asDescendants,
  asLines,
  contentOf,
  type LeafMarks,
  linesOf,
  type MarkFacts,
  marksOf,
} from './article-lines.ts';

export type ArticleSlate = Editor & ReactEditor & HistoryEditor;

/** Typing that stops for longer than this starts a new step of undo. */
const RUN_PAUSE_MS = 1000;
const FRAGMENT = 'application/x-slate-fragment';

/** Returns an editor of an article's text. What is pasted brings no marks but those that were cut here. */
export function createArticleSlate(content: ArticleContent): ArticleSlate {
  const editor = withHistory(withReact(createEditor()));
  editor.children = asDescendants(linesOf(content));
  const { insertText, insertFragment, insertData } = editor;
  let typedAt = 0;
  editor.insertText = (text, options) => {
    const now = Date.now();
    const isNewRun = now - typedAt > RUN_PAUSE_MS;
    typedAt = now;
    if (isNewRun) asOneStep(editor, () => insertText(text, options));
    else insertText(text, options);
  };
  editor.insertSoftBreak = editor.insertBreak;
  editor.insertFragment = (fragment, options) => {
    const standing = new Set(contentOf(asLines(editor.children)).marks.map(({ id }) => id));
    const lines = asLines(fragment).map((line) => ({
      ...line,
      children: line.children.map((leaf) => withMarks(leaf, dropping(marksOf(leaf), standing))),
    }));
    insertFragment(asDescendants(lines), options);
  };
  editor.insertData = (data) => {
    if (isOwnFragment(data)) insertData(data);
    else editor.insertTextData(data);
  };
  return editor;
}

/** Whether what is pasted was copied from an article; a transcript has other elements. */
function isOwnFragment(data: DataTransfer): boolean {
  const encoded = data.getData(FRAGMENT);
  if (encoded === '') return false;
  try {
    const nodes = JSON.parse(decodeURIComponent(atob(encoded))) as readonly { readonly type?: unknown }[];
    return nodes.every(({ type }) => type === 'line');
  } catch {
    return false;
  }
}

const dropping = (marks: LeafMarks, standing: ReadonlySet<MarkId>): LeafMarks =>
  Object.fromEntries(Object.entries(marks).filter(([id]) => !standing.has(id as MarkId)));

function withMarks({ text }: ArticleText, marks: LeafMarks): ArticleText {
  return Object.keys(marks).length === 0 ? { text } : { text, marks };
}

/** Runs a change so that one undo takes back all of it, and nothing that came before. */
export function asOneStep(editor: ArticleSlate, change: () => void): void {
  HistoryEditor.setSplittingOnce(editor, true);
  try {
    SlateEditor.withoutNormalizing(editor, change);
  } finally {
    HistoryEditor.setSplittingOnce(editor, undefined);
  }
}

/** Runs a change that one undo takes back together with what came before it. */
export function withLastStep(editor: ArticleSlate, change: () => void): void {
  if (editor.history.undos.length === 0) HistoryEditor.withoutSaving(editor, change);
  else HistoryEditor.withMerging(editor, () => SlateEditor.withoutNormalizing(editor, change));
}

/** Returns the place of a letter of the text; of a place between two runs the end of the first. */
export function pointAt(editor: Editor, offset: number): Point {
  let left = offset;
  const lines = asLines(editor.children);
  for (const [row, line] of lines.entries()) {
    for (const [column, leaf] of line.children.entries()) {
      if (left <= leaf.text.length) return { path: [row, column], offset: left };
      left -= leaf.text.length;
    }
    left--;
  }
  return SlateEditor.end(editor, []);
}

/** Returns how many letters of the text stand before a place. */
export function offsetOf(editor: Editor, { path, offset }: Point): number {
  const [row = 0, column = 0] = path;
  const lines = asLines(editor.children);
  const lengthOf = (leaves: readonly ArticleText[]) => leaves.reduce((sum, { text }) => sum + text.length, 0);
  const before = lines.slice(0, row).reduce((sum, { children }) => sum + lengthOf(children) + 1, 0);
  return before + lengthOf(lines[row]?.children.slice(0, column) ?? []) + offset;
}

/** Returns the selection in letters of the text; null without one. */
export function selectedSpan(editor: Editor): TextSpan | null {
  if (!editor.selection) return null;
  const ends = [editor.selection.anchor, editor.selection.focus].map((point) => offsetOf(editor, point));
  return { start: Math.min(...ends), end: Math.max(...ends) };
}

export const rangeOf = (editor: Editor, { start, end }: TextSpan): Range => ({
  anchor: pointAt(editor, start),
  focus: pointAt(editor, end),
});

const factsOf = ({ spans: _, ...facts }: ArticleMark): MarkFacts => facts;

/** Makes the text bear the marks `next` in place of `before`; only what differs is touched. */
export function putMarks(
  editor: ArticleSlate,
  before: readonly ArticleMark[],
  next: readonly ArticleMark[],
): void {
  const known = new Set(before);
  const stays = new Set(next);
  for (const mark of before)
    if (!stays.has(mark)) for (const span of mark.spans) setOn(editor, span, mark.id, null);
  for (const mark of next)
    if (!known.has(mark)) for (const span of mark.spans) setOn(editor, span, mark.id, factsOf(mark));
}

/** Puts a mark on a span of the text, or takes it off. Runs from the end, so that earlier places stay. */
function setOn(editor: ArticleSlate, span: TextSpan, id: MarkId, facts: MarkFacts | null): void {
  for (const { path, leaf, start, end } of [...leavesIn(editor, span)].reverse()) {
    const marks = { ...marksOf(leaf) };
    if (facts) marks[id] = facts;
    else delete marks[id];
    const at = { anchor: { path, offset: start }, focus: { path, offset: end } };
    const match = (_: unknown, found: Path) => found.length === 2;
    if (Object.keys(marks).length === 0)
      Transforms.unsetNodes(editor, 'marks' as never, { at, match, split: true });
    else Transforms.setNodes(editor, { marks } as never, { at, match, split: true });
  }
}

function* leavesIn(editor: Editor, span: TextSpan) {
  let at = 0;
  for (const [row, line] of asLines(editor.children).entries()) {
    for (const [column, leaf] of line.children.entries()) {
      const start = Math.max(0, span.start - at);
      const end = Math.min(leaf.text.length, span.end - at);
      if (end > start) yield { path: [row, column], leaf, start, end };
      at += leaf.text.length;
    }
    at++;
  }
}
