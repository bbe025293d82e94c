import { createEditor, Editor, type Range, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { withReact } from 'slate-react';
import type { Take } from '../../shared/bundle/takes.ts';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import type { AnnotationId, SpeakerId, TurnId } from '../../shared/model/ids.ts';
import { resolveSpeaker, speakerName } from '../../shared/model/speaker.ts';
import { createTurn, type TagKind, type Turn } from '../../shared/model/turn.ts';
import { checkRefusal } from '../../shared/review/may-check.ts';
import { flushAnnotations, hasUnsavedAnnotations } from '../actions/annotations.ts';
import { takeBackMerge } from '../actions/bundles.ts';
import { call } from '../api/client.ts';
import type { TranscriptEditor, TurnsListener } from '../ports.ts';
import { ports, useSession } from '../session.ts';
import { tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { annotationVerbs, caretNoter } from './annotation-verbs.ts';
import { applyDiff } from './apply-diff.ts';
import { createEditQueue, type QueueState } from './edit-queue.ts';
import { rangeOfLetters } from './find/pieces.ts';
import { elementOf, turnElements, turnOf } from './slate-turns.ts';
import { translationVerbs } from './translation-verbs.ts';
import { createLogUndo } from './undo-from-log.ts';
import { applyFix } from './verbs/apply-fix.ts';
import { asOneStep } from './verbs/as-one-step.ts';
import { currentIndex, currentTurn, indexOfTurn } from './verbs/current-turn.ts';
import { insertTag, insertTimestamp } from './verbs/insert-mark.ts';
import { insertTurns } from './verbs/insert-turns.ts';
import { mergeTurns } from './verbs/merge-turns.ts';
import { type PlacedMatch, replaceMatches } from './verbs/replace-matches.ts';
import { setSpeaker } from './verbs/set-speaker.ts';
import { checkTurn, clearStatus, flagTurn, toggleChecked, toggleFlagged } from './verbs/set-status.ts';
import { nudgeStart, setEnd, setStart, setTimes } from './verbs/set-times.ts';
import { splitTurn } from './verbs/split-turn.ts';
import { mergeTranslations, splitTranslation } from './verbs/translate-turn.ts';
import { withClipboard } from './with-clipboard.ts';
import { withLongHistory } from './with-long-history.ts';
import { withReview } from './with-review.ts';
import { isOutside, type TakeGuard, takeGuard, withTake } from './with-take.ts';
import { type TranscriptSlate, withTranscript } from './with-transcript.ts';
import { sourceOf, translatesEdited, withTranslation } from './with-translation.ts';

/** Others hear of changed turns at most this often, behind the keystroke that changed them. */
const TELL_AFTER_MS = 50;

/** What the editor asks of the page that shows it. */
export interface TranscriptScreen {
  focus(): void;
  /** Scrolls a turn into view. */
  reveal(id: TurnId): void;
  openSpeakerField(id: TurnId): void;
  openFlagNote(id: TurnId): void;
  playingTurnId(): TurnId | null;
  resumeFollowing(): void;
  find(replace: boolean): void;
  findNext(delta: 1 | -1): void;
  /** Scrolls a span of the text into view. */
  revealRange(range: Range): void;
}

export interface OpenTranscript extends TranscriptEditor {
  /** The share that is this desk's; null: all of it. */
  readonly take: Take | null;
  readonly guard: TakeGuard;
  readonly slate: TranscriptSlate;
  /** The page shows the transcript from now on; null: it does no longer. */
  setScreen(screen: TranscriptScreen | null): void;
  /** To be called after every change that Slate reports. */
  noteChange(): void;
  /** Opens the speaker field of a turn. */
  openSpeakerField(id: TurnId): void;
  /** Selects a span of the text and scrolls it into view; the focus stays where it is. */
  showRange(range: Range): void;
  /** Returns the matches that are this desk's to replace. */
  ownMatches(matches: readonly PlacedMatch[]): readonly PlacedMatch[];
  /** Replaces those, as one step; the person is told where there are others. Returns how many. */
  replaceMatches(matches: readonly PlacedMatch[]): number;
  /** Writes what is not saved yet without waiting; a failure shows in the state of saving, and is retried. */
  saveSoon(): void;
}

function createClipboardWords() {
  const session = () => useSession.getState();
  return {
    speakerName: (id: SpeakerId) => speakerName(resolveSpeaker(session().speakers, id), session().language),
    knowsSpeaker: (id: SpeakerId) => session().speakers.has(id),
    tagLabel: (tag: TagKind) => translateTo(session().language)(`tag.${tag}`),
    knowsAnnotation: (id: AnnotationId) => session().annotations.has(id),
  };
}

/** Returns the editor of a recording that has been opened: its document, its way to disk, and its verbs. */
export function openTranscript(opened: OpenedRecording): OpenTranscript {
  const { transcript } = opened;
  const playheadMs = () => ports.playback?.positionMs() ?? null;
  const author = () => useSession.getState().settings.authorName;
  const source = transcript.kind === 'translation' && opened.beside ? sourceOf(opened.beside.turns) : null;
  const slate = withReview(
    withTranscript(withHistory(withReact(createEditor())), playheadMs),
    author,
    source ? (turn) => translatesEdited(source, turn) : undefined,
  );
  const history = withLongHistory(slate);
  withClipboard(slate, createClipboardWords());
  const { take } = opened;
  const guard = takeGuard(slate, take, () =>
    tell(translateTo(useSession.getState().language)('bundle.readOnly')),
  );
  withTake(slate, guard);
  if (source) withTranslation(slate, source, () => editor.finishTurn());

  const onDisk = opened.turns.map((turn) => ({ element: elementOf(turn), order: turn.order }));
  const elements = onDisk.map(({ element }) => element);
  // A new transcript begins where the recording does, until told otherwise.
  slate.children = elements.length > 0 ? elements : [elementOf(createTurn({ startMs: take?.startMs ?? 0 }))];

  const queue = createEditQueue({
    transcriptId: transcript.id,
    sequence: transcript.sequence,
    onDisk,
    read: () => turnElements(slate),
    save: (request) => call('transcript.save', request),
    newBatchId: () => crypto.randomUUID(),
    onState: (saveState: QueueState) => {
      if (useSession.getState().opened?.transcript.id === transcript.id) useSession.setState({ saveState });
    },
  });
  const undoFromLog = createLogUndo({
    editor: slate,
    history,
    sequence: transcript.sequence,
    readEntry: (sequence) => call('transcript.logEntry', { transcriptId: transcript.id, sequence }),
    takeBackMerge: (span, again) => takeBackMerge(transcript.id, span, again).catch(tellFailure),
    flush: queue.flush,
    orderOf: queue.orderOf,
  });

  const { undo } = slate;
  slate.undo = () => (history.isUndone() ? void undoFromLog().catch(tellFailure) : undo());

  const listeners = new Set<TurnsListener>();
  let screen: TranscriptScreen | null = null;
  let seen = slate.children;
  let turnsOfSeen: { readonly children: unknown; readonly turns: readonly Turn[] } | null = null;
  let isTelling = false;
  const noteCaret = caretNoter(slate);

  function turns(): readonly Turn[] {
    if (turnsOfSeen?.children !== slate.children)
      turnsOfSeen = { children: slate.children, turns: turnElements(slate).map(turnOf) };
    return turnsOfSeen.turns;
  }

  const withCurrent = (verb: (index: number) => void) => {
    const index = currentIndex(slate);
    if (index !== null) verb(index);
  };
  const withTurn = (id: TurnId, verb: (index: number) => void) => {
    const index = indexOfTurn(slate, id);
    if (index !== null) verb(index);
  };
  /** Times and speakers of a translation are those of the original. */
  const isTimed = () => {
    if (source) tell(translateTo(useSession.getState().language)('translation.timesOfOriginal'));
    return !source;
  };
  /** For verbs that change the turn. */
  const withOwnCurrent = (verb: (index: number) => void) =>
    withCurrent((index) => guard.allows([index]) && verb(index));
  const withOwn = (id: TurnId, verb: (index: number) => void) =>
    withTurn(id, (index) => guard.allows([index]) && verb(index));
  /** For verbs that change its times or its speaker. */
  const withTimedCurrent = (verb: (index: number) => void) => isTimed() && withOwnCurrent(verb);
  const withTimed = (id: TurnId, verb: (index: number) => void) => isTimed() && withOwn(id, verb);
  const withPlayhead = (verb: (ms: number) => void) => {
    const ms = playheadMs();
    if (ms !== null) verb(ms);
  };

  function goTo(index: number) {
    const turn = turnElements(slate)[index];
    if (!turn) return;
    screen?.reveal(turn.id);
    Transforms.select(slate, Editor.start(slate, [index]));
    screen?.focus();
  }

  const checker = () => ({ name: author().trim(), at: new Date().toISOString() });
  /** Says why not, when a second person is asked for and this is the first. */
  function mayBeChecked(index: number): boolean {
    const turn = turnElements(slate)[index];
    const { settings, language } = useSession.getState();
    const refusal =
      !turn || turn.status === 'checked'
        ? null
        : checkRefusal(turn, settings.authorName, settings.secondPersonChecks);
    if (refusal) tell(translateTo(language)(`review.refused.${refusal}`));
    return refusal === null;
  }

  const editor: OpenTranscript = {
    slate,
    take,
    guard,
    setScreen(next) {
      screen = next;
    },
    noteChange() {
      const currentTurnId = currentTurn(slate)?.id ?? null;
      if (useSession.getState().currentTurnId !== currentTurnId) useSession.setState({ currentTurnId });
      noteCaret();
      if (slate.children === seen) return;
      seen = slate.children;
      queue.touch();
      if (isTelling || listeners.size === 0) return;
      isTelling = true;
      setTimeout(() => {
        isTelling = false;
        for (const listener of listeners) listener(turns());
      }, TELL_AFTER_MS);
    },
    openSpeakerField: (id) => void (isTimed() && screen?.openSpeakerField(id)),
    saveSoon: () => void queue.flush().catch(() => undefined),

    turns,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    currentTurnId: () => currentTurn(slate)?.id ?? null,
    playingTurnId: () => screen?.playingTurnId() ?? null,
    focus: () => screen?.focus(),
    goToTurn: (id) => withTurn(id, goTo),
    goToText: (id, start, end) =>
      withTurn(id, (index) => {
        const turn = turnElements(slate)[index];
        const range = turn && rangeOfLetters(turn, index, start, end);
        goTo(index);
        if (range) editor.showRange(range);
      }),
    goToNeighbour: (direction) => goTo((currentIndex(slate) ?? -1) + (direction === 'next' ? 1 : -1)),

    undo: () => slate.undo(),
    redo: () => slate.redo(),

    splitTurn: () =>
      withOwnCurrent(() => (source ? splitTranslation(slate, source) : splitTurn(slate, playheadMs()))),
    mergeWithPrevious: () =>
      withOwnCurrent((index) => {
        if (source) mergeTranslations(slate, source, index);
        else if (guard.allows([Math.max(0, index - 1)])) mergeTurns(slate, index);
      }),
    setTimes: (id, startMs, endMs) => withTimed(id, (index) => setTimes(slate, index, { startMs, endMs })),
    moveEdge: (id, edge, ms) =>
      withTimed(id, (index) => (edge === 'start' ? setStart : setEnd)(slate, index, ms, guard.isOwn)),
    setStartAtPlayhead: () =>
      withPlayhead((ms) => withTimedCurrent((index) => setStart(slate, index, ms, guard.isOwn))),
    setEndAtPlayhead: () =>
      withPlayhead((ms) => withTimedCurrent((index) => setEnd(slate, index, ms, guard.isOwn))),
    nudgeBoundary: (deltaMs) => withTimedCurrent((index) => nudgeStart(slate, index, deltaMs, guard.isOwn)),
    insertTimestamp: () => withPlayhead((ms) => withOwnCurrent(() => insertTimestamp(slate, ms))),
    insertTag: (tag) => withOwnCurrent(() => insertTag(slate, tag)),
    setSpeaker: (id, speakerId) => withTimed(id, (index) => setSpeaker(slate, index, speakerId)),
    setCurrentSpeaker: (speakerId) => withTimedCurrent((index) => setSpeaker(slate, index, speakerId)),
    editCurrentSpeaker() {
      const turn = currentTurn(slate);
      if (turn && isTimed()) screen?.openSpeakerField(turn.id);
    },
    toggleChecked: (id) =>
      withOwn(id, (index) => {
        if (mayBeChecked(index)) toggleChecked(slate, index, checker());
      }),
    checkCurrentAndNext() {
      withOwnCurrent((index) => {
        if (!mayBeChecked(index)) return;
        if (turnElements(slate)[index]?.status !== 'checked') checkTurn(slate, index, checker());
        if (index + 1 < slate.children.length) goTo(index + 1);
      });
    },
    toggleFlagged() {
      const turn = currentTurn(slate);
      withOwnCurrent((index) => toggleFlagged(slate, index));
      if (turn && turn.status !== 'flagged' && !isOutside(take, turn)) screen?.openFlagNote(turn.id);
    },
    flagTurn: (id, note) => withOwn(id, (index) => flagTurn(slate, index, note)),
    unflagTurn: (id) => withOwn(id, (index) => clearStatus(slate, index)),
    openFlagNote: (id) => screen?.openFlagNote(id),
    applyFix: (fix) => withOwn(fix.id, () => applyFix(slate, fix, guard.isOwn)),
    ...translationVerbs({
      slate,
      source,
      goTo,
      withOwnCurrent,
      tellFinished: () => tell(translateTo(useSession.getState().language)('translation.allDone')),
    }),
    ...annotationVerbs(slate, history, guard, () => screen),
    ownMatches: (matches) => matches.filter(({ index }) => guard.isOwn(index)),
    replaceMatches(matches) {
      const own = editor.ownMatches(matches);
      guard.allows(matches.map(({ index }) => index));
      replaceMatches(slate, own);
      return own.length;
    },
    addStep: history.addStep,
    mayInsert(where) {
      const last = slate.children.length - 1;
      if (where === 'instead') return guard.allows(slate.children.map((_, index) => index));
      return guard.allows([(where === 'after-current' ? currentIndex(slate) : null) ?? last]);
    },
    insertTurns(inserted, where, effect) {
      if (!editor.mayInsert(where)) return;
      insertTurns(slate, inserted, where);
      if (effect) history.tie(effect);
    },
    adopt(diff, saved) {
      asOneStep(slate, () => applyDiff(slate, diff, queue.orderOf));
      const orders = new Map(diff.put.map(({ id, order }) => [id, order]));
      const put = turnElements(slate).flatMap((element) => {
        const order = orders.get(element.id);
        return order === undefined ? [] : [{ element, order }];
      });
      queue.adopt(put, diff.remove, saved);
    },
    find: (replace) => screen?.find(replace),
    findNext: (delta) => screen?.findNext(delta),
    showRange(range) {
      Transforms.select(slate, range);
      screen?.revealRange(range);
    },
    resumeFollowing: () => screen?.resumeFollowing(),
    async flush() {
      await queue.flush();
      await flushAnnotations();
    },
    hasUnsaved: () => queue.hasUnsaved() || hasUnsavedAnnotations(),
  };

  return editor;
}
