import { Editor, Operation } from 'slate';
import { HistoryEditor } from 'slate-history';
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
  /** Applies a change from before this session. It is no step of undo, but it can be redone. */
  takeBack(change: () => void): void;
}

/** Keeps every step of the session, and makes a run of typing one step, but not one with what came before it. */
export function withLongHistory(editor: TranscriptSlate): LongHistory {
  const { writeHistory, undo, insertText } = editor;
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
    undo();
  };

  editor.insertText = (text, options) => {
    if (isStepping(editor)) return insertText(text, options);
    const now = Date.now();
    const goesOn = run !== null && run.batch === newestStep() && now - run.endedAt < RUN_PAUSE_MS;
    if (goesOn) insertText(text, options);
    else asOneStep(editor, () => insertText(text, options));
    run = { batch: newestStep(), endedAt: now };
  };

  return {
    isUndone: () => editor.history.undos.length === 0 && older.length === 0,
    takeBack(change) {
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
      editor.history.redos.push({
        operations: again.map(Operation.inverse).reverse(),
        selectionBefore: null,
      });
    },
  };
}
