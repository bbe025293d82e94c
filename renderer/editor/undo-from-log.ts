import type { TurnId } from '../../shared/model/ids.ts';
import { type AppliedDiff, invertDiff } from '../../shared/model/transcript-diff.ts';
import { applyDiff } from './apply-diff.ts';
import type { LongHistory } from './with-long-history.ts';
import type { TranscriptSlate } from './with-transcript.ts';

export interface LogUndoOptions {
  readonly editor: TranscriptSlate;
  readonly history: LongHistory;
  /** The sequence that the transcript had when it was opened. */
  readonly sequence: number;
  readonly readEntry: (sequence: number) => Promise<(AppliedDiff & { readonly base: number }) | null>;
  /** Puts all edits on disk, so that every turn has a place. */
  readonly flush: () => Promise<void>;
  readonly orderOf: (id: TurnId) => string | undefined;
}

/**
 * Returns an undo for when the steps of this session are used up: each call takes back one more entry of the edit
 * log, newest first, as an edit of its own that can be redone. The first entry stays, since it is the transcript's
 * beginning. Under the steps of this session the text is always what it was at `sequence`, which then moves back.
 */
export function createLogUndo(options: LogUndoOptions): () => Promise<void> {
  const { editor, history, readEntry, flush, orderOf } = options;
  let { sequence } = options;
  let busy = false;

  return async () => {
    if (busy || sequence <= 1) return;
    busy = true;
    try {
      await flush();
      const entry = await readEntry(sequence);
      if (!entry || !history.isUndone()) return;
      history.takeBack(() => applyDiff(editor, invertDiff(entry), orderOf));
      sequence = entry.base;
    } finally {
      busy = false;
    }
  };
}
