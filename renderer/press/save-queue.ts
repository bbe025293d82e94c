import { type ErrorCode, MinberError } from '../../shared/ipc/errors.ts';
import type { ArticleContent } from '../../shared/model/article.ts';
import type { ArticleId } from '../../shared/model/ids.ts';
import type { SaveState } from '../session.ts';

/** Edits are written when none has come for this long, */
const QUIET_MS = 400;
/** and while they keep coming, this long after the first. */
const LONGEST_WAIT_MS = 2000;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

export interface ArticleSaveRequest {
  readonly articleId: ArticleId;
  readonly base: number;
  readonly batchId: string;
  readonly content: ArticleContent;
}

export interface SaveQueueOptions {
  readonly articleId: ArticleId;
  /** The sequence of what is on disk. */
  readonly sequence: number;
  /** The content as edited now. */
  readonly read: () => ArticleContent;
  readonly save: (
    request: ArticleSaveRequest,
  ) => Promise<{ readonly sequence: number; readonly savedAt: string }>;
  readonly newBatchId: () => string;
  readonly onState: (state: SaveState) => void;
}

export interface SaveQueue {
  /** Notes that something was edited. */
  touch(): void;
  /** Writes everything. Resolves when all is on disk; rejects with the failure when it is not. */
  flush(): Promise<void>;
}

/** Failures that tell that a batch is not on disk, whatever became of earlier attempts to send it. */
const NEVER_WRITTEN: readonly ErrorCode[] = ['bad-request', 'stale-sequence'];

/**
 * Brings an article to disk, one batch at a time. A batch whose fate is unknown is sent again as it was, under the same
 * id, before anything newer; nothing is dropped, and attempts go on for as long as the page lives.
 */
export function createSaveQueue(options: SaveQueueOptions): SaveQueue {
  let { sequence } = options;
  let touched = false;
  let unsure: ArticleSaveRequest | null = null;
  let inFlight: Promise<void> | null = null;
  let failure: MinberError | null = null;
  let retryMs = FIRST_RETRY_MS;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;

  function stopTimers() {
    clearTimeout(quiet);
    clearTimeout(latest);
    quiet = undefined;
    latest = undefined;
  }

  function after(ms: number) {
    return setTimeout(() => {
      stopTimers();
      void attempt();
    }, ms);
  }

  function nextRequest(): ArticleSaveRequest {
    const { articleId, newBatchId, read } = options;
    touched = false;
    return { articleId, base: sequence, batchId: newBatchId(), content: read() };
  }

  async function send(request: ArticleSaveRequest): Promise<void> {
    unsure = request;
    try {
      const saved = await options.save(request);
      sequence = saved.sequence;
      unsure = null;
      failure = null;
      retryMs = FIRST_RETRY_MS;
      options.onState(touched ? { kind: 'pending' } : { kind: 'saved', at: saved.savedAt });
      // Edits that came meanwhile wait for their own timers; if those have run out, it is their turn.
      if (touched && quiet === undefined) quiet = after(0);
    } catch (error) {
      failure = error instanceof MinberError ? error : new MinberError('unexpected', {}, error);
      touched = true;
      if (NEVER_WRITTEN.includes(failure.code)) unsure = null;
      options.onState({ kind: 'failed', code: failure.code, params: failure.params });
      stopTimers();
      quiet = after(retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    }
  }

  /** Never rejects. */
  function attempt(): Promise<void> {
    if (inFlight) return inFlight;
    if (!unsure && !touched) return Promise.resolve();
    stopTimers();
    inFlight = send(unsure ?? nextRequest()).finally(() => {
      inFlight = null;
    });
    return inFlight;
  }

  return {
    touch() {
      if (!touched && !failure) options.onState({ kind: 'pending' });
      touched = true;
      clearTimeout(quiet);
      quiet = after(QUIET_MS);
      latest ??= after(LONGEST_WAIT_MS);
    },
    async flush() {
      if (inFlight) await inFlight;
      while (touched || unsure) {
        await attempt();
        if (failure) throw failure;
      }
    },
  };
}
