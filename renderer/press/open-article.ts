import { Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import {
  type Article,
  type ArticleMark,
  createMark,
  isQuotationKind,
  type MarkedPerson,
  type MarkKind,
  quotationsOf,
} from '../../shared/model/article.ts';
import { type MarkId, newId, type RecordingId } from '../../shared/model/ids.ts';
import { mergeMarks } from '../../shared/press/article-marks.ts';
import { trimmed, within } from '../../shared/press/span.ts';
import { openRecordingAt } from '../actions/recordings.ts';
import { call } from '../api/client.ts';
import type { ArticleEditor } from '../ports.ts';
import { useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';
import { asLines, contentOf, without } from './article-lines.ts';
import {
  type ArticleSlate,
  asOneStep,
  createArticleSlate,
  pointAt,
  putMarks,
  selectedSpan,
  withLastStep,
} from './article-slate.ts';
import { activeMark, CLOSED, useArticle } from './article-state.ts';
import { marksAt } from './marks-at.ts';
import { createPressClient } from './press-client.ts';
import { createSaveQueue } from './save-queue.ts';
import { spanOf, stopSpan, toggleSpan } from './span-player.ts';

/** The rest of the page hears of what was typed this long after the last key, */
const REFRESH_MS = 120;
/** and quotations that were typed are found this long after it. */
const READ_MS = 1200;
/** Signs around a selection that belong to no quotation. */
const AROUND = /[\s–—―«»“”„"]/u;

export interface OpenArticle extends ArticleEditor {
  readonly slate: ArticleSlate;
  /** To be called after every change that Slate reports. */
  noteChange(): void;
  /** Seeks in these recordings from now on. */
  seekIn(recordingIds: readonly RecordingId[]): Promise<void>;
  candidates(id: MarkId): ReturnType<ReturnType<typeof createPressClient>['candidates']>;
  /** Shows a mark of the text in view, by scrolling. */
  onReveal: (id: MarkId) => void;
  dispose(): void;
}

/** What the markup of the article's file told, which its text alone does not. */
function toldByFile(marks: readonly ArticleMark[]) {
  return {
    captions: marks.filter(({ kind }) => kind === 'caption').flatMap(({ spans }) => spans),
    links: marks.flatMap(({ url, spans }) => (url === null ? [] : spans.map((span) => ({ ...span, url })))),
  };
}

/** Returns the editor of an article that has been opened: its document, its way to disk, and its verbs. */
export function openArticleEditor(article: Article): OpenArticle {
  const slate = createArticleSlate(article);
  const client = createPressClient();
  const state = useArticle.getState;
  const content = () => contentOf(asLines(slate.children));
  let refreshTimer: ReturnType<typeof setTimeout> | undefined;
  let readTimer: ReturnType<typeof setTimeout> | undefined;

  const queue = createSaveQueue({
    articleId: article.id,
    sequence: article.sequence,
    read: content,
    save: ({ content: { text, marks }, ...request }) =>
      call('articles.save', { ...request, content: { text, marks } }),
    newBatchId: () => crypto.randomUUID(),
    onState: (saveState) => useSession.setState({ saveState }),
  });

  function verify() {
    const { text, marks } = state();
    useArticle.setState({ seeking: true });
    client.verify(text, quotationsOf(marks), (found, done) => {
      useArticle.setState(({ verdicts, marks: now }) => {
        const known = new Set(now.map(({ id }) => id));
        const kept = [...verdicts].filter(([id]) => known.has(id));
        return { verdicts: new Map([...kept, ...found]), seeking: !done };
      });
    });
  }

  /** Tells the rest of the page what the text and its marks are now. */
  function refresh() {
    clearTimeout(refreshTimer);
    refreshTimer = undefined;
    useArticle.setState(content());
    verify();
  }

  async function read(isTyped: boolean): Promise<void> {
    const { text, marks } = content();
    const found = await client.read({ text, ...toldByFile(marks) });
    const before = content();
    // What was typed meanwhile is read with the next pause.
    if (before.text !== text) return;
    const next = mergeMarks(before.marks, found);
    if (next === before.marks) return;
    (isTyped ? withLastStep : asOneStep)(slate, () => putMarks(slate, before.marks, next));
  }

  /** Changes the marks as one step of undo. */
  function change(next: (marks: readonly ArticleMark[], text: string) => readonly ArticleMark[]) {
    const { text, marks } = content();
    const changed = next(marks, text);
    if (changed !== marks) asOneStep(slate, () => putMarks(slate, marks, changed));
    refresh();
  }

  function changeActive(next: (mark: ArticleMark, text: string) => readonly ArticleMark[]) {
    const id = state().activeId;
    change((marks, text) => marks.flatMap((mark) => (mark.id === id ? next(mark, text) : [mark])));
  }

  const corrected = (mark: ArticleMark, parts: Partial<ArticleMark>): readonly ArticleMark[] => [
    { ...mark, state: 'corrected', ...parts },
  ];

  function selection(kind: MarkKind) {
    const span = selectedSpan(slate);
    if (!span) return null;
    const around = isQuotationKind(kind) ? AROUND : /\s/u;
    const own = trimmed(content().text, span, around);
    return own.end > own.start ? own : null;
  }

  /** Who speaks in a stretch that is marked by hand: whom the words behind it name, else who spoke before. */
  function whoNear(marks: readonly ArticleMark[], at: { start: number; end: number }): MarkedPerson | null {
    const behind = marks.find(
      ({ kind, spans, state: own }) =>
        kind === 'speaker' &&
        own !== 'removed' &&
        (spans[0]?.start ?? 0) >= at.end &&
        (spans[0]?.start ?? 0) < at.end + 80,
    );
    const before = quotationsOf(marks).filter(({ spans }) => (spans.at(-1)?.end ?? 0) <= at.start);
    return behind?.who ?? before.at(-1)?.who ?? null;
  }

  const verdictOfActive = () => {
    const { activeId, verdicts } = state();
    return activeId === null ? undefined : verdicts.get(activeId);
  };

  const open: OpenArticle = {
    slate,
    content,
    onReveal: () => {},
    focus: () => ReactEditor.focus(slate),
    noteChange() {
      const isEdit = slate.operations.some(({ type }) => type !== 'set_selection');
      const span = selectedSpan(slate);
      const hasSelection = span !== null && span.end > span.start;
      if (state().hasSelection !== hasSelection) useArticle.setState({ hasSelection });
      if (span && !hasSelection) {
        const here = marksAt(slate);
        const { activeId } = state();
        if (!here.some(({ id }) => id === activeId)) useArticle.setState({ activeId: here[0]?.id ?? null });
      }
      if (!isEdit) return;
      queue.touch();
      clearTimeout(refreshTimer);
      refreshTimer = setTimeout(refresh, REFRESH_MS);
      clearTimeout(readTimer);
      const isTyped = slate.operations.some(
        ({ type }) => type === 'insert_text' || type === 'remove_text' || type === 'insert_node',
      );
      // What was undone is not read again: that would take the way back.
      if (isTyped && slate.history.redos.length === 0)
        readTimer = setTimeout(() => void read(true).catch(tellFailure), READ_MS);
    },
    async seekIn(recordingIds) {
      const speakers = [...useSession.getState().speakers.values()];
      await client.seekIn(recordingIds, speakers, (recordingId) => call('articles.source', { recordingId }));
      verify();
    },
    candidates: (id) => {
      const { text, marks } = state();
      const mark = quotationsOf(marks).find((each) => each.id === id);
      return mark ? client.candidates(text, mark) : Promise.resolve([]);
    },
    undo: () => slate.undo(),
    redo: () => slate.redo(),
    readAgain: () => read(false),
    markSelection(kind) {
      const span = selection(kind);
      if (!span) return;
      change((marks, text) => {
        const words = text.slice(span.start, span.end);
        const named: MarkedPerson = {
          speakerId: null,
          name: words,
          title: null,
          organisation: null,
          country: null,
        };
        const who = isQuotationKind(kind)
          ? whoNear(marks, span)
          : kind === 'speaker' || kind === 'introduction'
            ? named
            : null;
        const mark = createMark({ kind, spans: [span], who, state: 'corrected' });
        useArticle.setState({ activeId: mark.id });
        // A quotation within the new one would be told twice.
        const rest = marks.filter(
          (other) =>
            !(isQuotationKind(kind) && isQuotationKind(other.kind)) ||
            !other.spans.every((own) => within(own, span)),
        );
        return [...rest, mark];
      });
    },
    resizeMark() {
      const kind = activeMark(state())?.kind;
      const span = kind && selection(kind);
      if (span) changeActive((mark) => corrected(mark, { spans: [span] }));
    },
    leaveOut() {
      const span = selectedSpan(slate);
      if (!span) return;
      changeActive((mark, text) => {
        const left = without(mark.spans, span)
          .map((part) => trimmed(text, part, /[\s–—―]/u))
          .filter(({ start, end }) => end > start);
        return left.length > 0 ? corrected(mark, { spans: left }) : [mark];
      });
    },
    splitMark() {
      const at = selectedSpan(slate);
      if (!at) return;
      changeActive((mark, text) => {
        const cut = (from: number, to: number) =>
          mark.spans
            .map(({ start, end }) =>
              trimmed(text, { start: Math.max(start, from), end: Math.min(end, to) }, AROUND),
            )
            .filter(({ start, end }) => end > start);
        const [first, second] = [cut(0, at.start), cut(at.end, text.length)];
        if (first.length === 0 || second.length === 0) return [mark];
        const { verb, who, kind } = mark;
        return [
          ...corrected(mark, { spans: first }),
          createMark({ id: newId(), kind, verb, who, spans: second, state: 'corrected' }),
        ];
      });
    },
    changeKind: (kind) => changeActive((mark) => corrected(mark, { kind })),
    changeWho: (who) => changeActive((mark) => corrected(mark, { who })),
    removeMark() {
      changeActive((mark) => corrected(mark, { state: 'removed' }));
      useArticle.setState({ activeId: null });
    },
    choosePlace: (chosen) => changeActive((mark) => [{ ...mark, chosen }]),
    overrule: (overrule) => changeActive((mark) => [{ ...mark, overrule }]),
    goToMark(id) {
      const [span] = state().marks.find((mark) => mark.id === id)?.spans ?? [];
      if (!span) return;
      Transforms.select(slate, pointAt(slate, span.start));
      useArticle.setState({ activeId: id });
      open.onReveal(id);
    },
    goToQuotation(direction) {
      const all = quotationsOf(state().marks);
      const at = selectedSpan(slate)?.start ?? 0;
      const next =
        direction === 'next'
          ? all.find(({ spans }) => (spans[0]?.start ?? 0) > at)
          : [...all].reverse().find(({ spans }) => (spans.at(-1)?.end ?? 0) < at);
      if (next) open.goToMark(next.id);
    },
    hasQuotation: () => {
      const mark = activeMark(state());
      return mark !== null && isQuotationKind(mark.kind);
    },
    play() {
      const verdict = verdictOfActive();
      const span = verdict && spanOf(verdict);
      if (span) toggleSpan(span);
    },
    async goToTurn() {
      const verdict = verdictOfActive();
      if (!verdict?.recordingId || !verdict.evidence) return;
      const { turnIds, startMs } = verdict.evidence;
      await openRecordingAt(verdict.recordingId, { turnId: turnIds[0] ?? null, atMs: startMs, place: null });
    },
    flush: queue.flush,
    dispose() {
      clearTimeout(refreshTimer);
      clearTimeout(readTimer);
      client.dispose();
      stopSpan();
      useArticle.setState(CLOSED);
    },
  };
  useArticle.setState({ ...CLOSED, text: article.text, marks: article.marks });
  return open;
}
