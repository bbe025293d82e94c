import { Editor, Operation } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { Effect } from '../ports.ts';
import { asOneStep, isStepping } from './verbs/as-one-step.ts';
import type { TranscriptSlate } from './with-transcript.ts';

/** Typing that stops for longer than this starts a new step of undo. */
const RUN_PAUSE_MS = 1000;

/** slate-history forgets steps past this many. */
const KEPT_BY_SLATE = 100;

type Batch = TranscriptSlate['history']['undos'][number];

export interface LongHistory {
  /** Whether every step of this session has been undone. */
  isUndone(): boolean;
  /** Ties something outside the text to the newest step: it is taken back and done again with it. */
  tie(effect: Effect): void;
  /** Adds a step that changes nothing in the text. */
  addStep(effect: Effect): void;
  /**
   * Applies a change from before this session. It is no step of undo, but it can be redone; `effect` is then done again
   * with it, and taken back from then on.
   */
  takeBack(change: () => void, effect?: Effect | null): void;
}

/** Keeps every step of the session, and makes a run of typing one step, but not one with what came before it. */
export function withLongHistory(editor: TranscriptSlate): LongHistory {
  const { writeHistory, undo, redo, insertText } = editor;
  const effects = new WeakMap<Batch, Effect>();
  const older: Batch[] = [];
  let run: { readonly batch: Batch | undefined; readonly endedAt: number } | null = null;
  const newestStep = () => editor.history.undos.at(-1);

  editor.writeHistory = (stack, batch) => {
    const { undos } = editor.history;
    if (stack === 'undos' && undos.length >= KEPT_BY_SLATE) older.push(...undos.splice(0, KEPT_BY_SLATE / 2));
    writeHistory(stack, batch);
  };

  editor.undo = () => {
    const { undos } = editor.history;
    if (undos.length === 0) undos.push(...older.splice(-KEPT_BY_SLATE / 2));
    const step = newestStep();
    undo();
    if (step) void effects.get(step)?.undo();
  };

  editor.redo = () => {
    const step = editor.history.redos.at(-1);
    redo();
    if (step) void effects.get(step)?.redo();
  };

  editor.insertText = (text, options) => {
    if (isStepping(editor)) return insertText(text, options);
    const now = Date.now();
    const goesOn = run !== null && run.batch === newestStep() && now - run.endedAt < RUN_PAUSE_MS;
    if (goesOn) HistoryEditor.withMerging(editor, () => insertText(text, options));
    else asOneStep(editor, () => insertText(text, options));
    run = { batch: newestStep(), endedAt: now };
  };

  return {
    isUndone: () => editor.history.undos.length === 0 && older.length === 0,
    tie(effect) {
      const step = newestStep();
      if (step) effects.set(step, effect);
    },
    addStep(effect) {
      const step: Batch = { operations: [], selectionBefore: editor.selection };
      editor.writeHistory('undos', step);
      editor.history.redos = [];
      effects.set(step, effect);
    },
    takeBack(change, effect) {
      const done: Operation[] = [];
      const { apply } = editor;
      editor.apply = (op) => {
        done.push(op);
        apply(op);
      };
      try {
        HistoryEditor.withoutSaving(editor, () => Editor.withoutNormalizing(editor, change));
      } finally {
        editor.apply = apply;
      }
      const again = done.filter((op) => op.type !== 'set_selection');
      const step: Batch = { operations: again.map(Operation.inverse).reverse(), selectionBefore: null };
      editor.history.redos.push(step);
      if (effect) effects.set(step, effect);
    },
  };
}
