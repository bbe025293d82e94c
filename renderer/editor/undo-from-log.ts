import type { TurnId } from '../../shared/model/ids.ts';
import { type AppliedDiff, invertDiff } from '../../shared/model/transcript-diff.ts';
import type { Effect } from '../ports.ts';
import { applyDiff } from './apply-diff.ts';
import type { LongHistory } from './with-long-history.ts';
import type { TranscriptSlate } from './with-transcript.ts';

type LogEntry = AppliedDiff & { readonly base: number; readonly merged: boolean };

export interface LogUndoOptions {
  readonly editor: TranscriptSlate;
  readonly history: LongHistory;
  /** The sequence that the transcript had when it was opened. */
  readonly sequence: number;
  readonly readEntry: (sequence: number) => Promise<LogEntry | null>;
  /** Takes back what merges did beside the text by the entries after `base`, or does it again. */
  readonly takeBackMerge: (
    span: { readonly base: number; readonly sequence: number },
    again: boolean,
  ) => Promise<void>;
  /** Puts all edits on disk, so that every turn has a place. */
  readonly flush: () => Promise<void>;
  readonly orderOf: (id: TurnId) => string | undefined;
}

/**
 * Returns an undo for when the steps of this session are used up: each call takes back one more entry of the edit
 * log, newest first, as an edit of its own that can be redone, and with a merge what it did beside the text. The first
 * entry stays, since it is the transcript's beginning, unless a merge was. Under the steps of this session the text is always what it was at `sequence`, which then moves back.
 */
export function createLogUndo(options: LogUndoOptions): () => Promise<void> {
  const { editor, history, readEntry, takeBackMerge, flush, orderOf } = options;
  let { sequence } = options;
  let busy = false;

  /** Behind the text, so that no turn names a speaker any more who came with the merge. */
  function effectOf(span: { readonly base: number; readonly sequence: number }): Effect {
    const run = (again: boolean) => flush().then(() => takeBackMerge(span, again));
    return { undo: () => run(false), redo: () => run(true) };
  }

  return async () => {
    if (busy || sequence < 1) return;
    busy = true;
    try {
      await flush();
      const entry = await readEntry(sequence);
      if (!entry || !history.isUndone() || (sequence === 1 && !entry.merged)) return;
      const effect = entry.merged ? effectOf({ base: entry.base, sequence }) : null;
      history.takeBack(() => applyDiff(editor, invertDiff(entry), orderOf), effect);
      sequence = entry.base;
      await effect?.undo();
    } finally {
      busy = false;
    }
  };
}
