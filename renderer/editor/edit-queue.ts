import { type ErrorCode, type ErrorParams, MinberError } from '../../shared/ipc/errors.ts';
import type { TranscriptId, TurnId } from '../../shared/model/ids.ts';
import type { TranscriptDiff } from '../../shared/model/transcript-diff.ts';
import type { PlacedTurn } from '../../shared/model/turn.ts';
import { placeItems } from '../../shared/order/place-items.ts';
import { turnOf } from './slate-turns.ts';
import type { TurnElement } from './slate-types.ts';

/** Edits are written when none has come for this long, */
const QUIET_MS = 400;
/** and while they keep coming, this long after the first. */
const LONGEST_WAIT_MS = 2000;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

export interface SaveRequest {
  readonly transcriptId: TranscriptId;
  readonly base: number;
  readonly batchId: string;
  readonly diff: TranscriptDiff;
}

export interface SaveReceipt {
  readonly sequence: number;
  readonly savedAt: string;
}

export type QueueState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams };

export interface QueueOptions {
  readonly transcriptId: TranscriptId;
  /** The sequence of what is on disk. */
  readonly sequence: number;
  /** What is on disk, in order, and the elements made from it. */
  readonly onDisk: readonly { readonly element: TurnElement; readonly order: string }[];
  /** The turns as edited now. */
  readonly read: () => readonly TurnElement[];
  readonly save: (request: SaveRequest) => Promise<SaveReceipt>;
  readonly newBatchId: () => string;
  readonly onState: (state: QueueState) => void;
}

/** A turn as the disk has it. */
export interface Known {
  readonly element: TurnElement;
  readonly order: string;
}

interface Batch {
  readonly request: SaveRequest;
  /** The elements that the request writes, to be known once it is acknowledged. */
  readonly put: readonly Known[];
}

/** Failures that tell that this batch is not on disk, whatever became of earlier attempts to send it. */
const NEVER_WRITTEN: readonly ErrorCode[] = ['bad-request', 'stale-sequence'];

/** Failures that tell that this attempt wrote nothing. An earlier one may have. */
const NOT_WRITTEN_NOW: readonly ErrorCode[] = ['not-found', 'disk-full', 'library-read-only'];

export interface EditQueue {
  /** Notes that something was edited. */
  touch(): void;
  /** Writes everything. Resolves when all is on disk; rejects with the failure when it is not. */
  flush(): Promise<void>;
  hasUnsaved(): boolean;
  /** The sequence of what is on disk. */
  sequence(): number;
  /** Notes that the disk has this change too: the elements put and their places, and the turns removed. */
  adopt(put: readonly Known[], remove: readonly TurnId[], receipt: SaveReceipt): void;
  /** The place of a turn that is on disk. */
  orderOf(id: TurnId): string | undefined;
}

/**
 * Brings the editor's turns to disk: compares them, by identity, with what was last acknowledged, and sends what
 * changed as one batch at a time. A batch whose fate is unknown is sent again as it was, under the same id, before
 * anything newer; nothing is dropped, and attempts go on for as long as the page lives.
 */
export function createEditQueue(options: QueueOptions): EditQueue {
  const known = new Map<TurnId, Known>();
  for (const { element, order } of options.onDisk) known.set(element.id, { element, order });
  let sequence = options.sequence;
  let savedAt: string | null = null;
  let touched = false;
  let unsure: Batch | null = null;
  let inFlight: Promise<void> | null = null;
  let failure: unknown = null;
  let retryMs = FIRST_RETRY_MS;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;
  let latestTimer: ReturnType<typeof setTimeout> | undefined;
  let state: QueueState['kind'] = 'saved';

  function report(next: QueueState) {
    if (next.kind === 'pending' && state === 'pending') return;
    state = next.kind;
    options.onState(next);
  }

  function stopTimers() {
    clearTimeout(quietTimer);
    clearTimeout(latestTimer);
    quietTimer = undefined;
    latestTimer = undefined;
  }

  function attemptAfter(ms: number) {
    return setTimeout(() => {
      stopTimers();
      void attempt();
    }, ms);
  }

  /** Returns what to write, or null when the disk has it all. */
  function nextBatch(): Batch | null {
    const elements = options.read();
    const orders = placeItems(elements.map((element) => known.get(element.id)?.order));
    const put: Known[] = [];
    const gone = new Set(known.keys());
    for (const [index, element] of elements.entries()) {
      const order = orders[index] ?? '';
      const before = known.get(element.id);
      gone.delete(element.id);
      if (before?.element !== element || before.order !== order) put.push({ element, order });
    }
    if (put.length === 0 && gone.size === 0) return null;
    const turns: PlacedTurn[] = put.map(({ element, order }) => ({ ...turnOf(element), order }));
    const diff = { put: turns, remove: [...gone] };
    const { transcriptId, newBatchId } = options;
    return { request: { transcriptId, base: sequence, batchId: newBatchId(), diff }, put };
  }

  function acknowledge({ request, put }: Batch, receipt: SaveReceipt) {
    for (const id of request.diff.remove) known.delete(id);
    for (const item of put) known.set(item.element.id, item);
    sequence = receipt.sequence;
    savedAt = receipt.savedAt;
    unsure = null;
    failure = null;
    retryMs = FIRST_RETRY_MS;
    report(touched ? { kind: 'pending' } : { kind: 'saved', at: savedAt });
    // Edits that came meanwhile wait for their own timers; if those have run out, it is their turn.
    if (touched && quietTimer === undefined) void attempt();
  }

  /** `batch` is what was sent; null when it could not even be made. */
  function fail(error: unknown, batch: Batch | null) {
    const told = error instanceof MinberError ? error : new MinberError('unexpected', {}, error);
    failure = told;
    touched = true;
    const free =
      NEVER_WRITTEN.includes(told.code) || (unsure === null && NOT_WRITTEN_NOW.includes(told.code));
    unsure = free ? null : batch;
    report({ kind: 'failed', code: told.code, params: told.params });
    stopTimers();
    quietTimer = attemptAfter(retryMs);
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  }

  /** Sends one batch, unless one is under way or there is nothing to send. Never rejects. */
  async function attempt(): Promise<void> {
    if (inFlight) return inFlight;
    stopTimers();
    try {
      const batch = unsure ?? nextBatch();
      if (unsure === null) touched = false;
      if (batch) return send(batch);
      failure = null;
      report({ kind: 'saved', at: savedAt });
    } catch (error) {
      fail(error, null);
    }
  }

  function send(batch: Batch): Promise<void> {
    const settle = (then: () => void) => {
      inFlight = null;
      then();
    };
    inFlight = Promise.resolve(batch.request)
      .then(options.save)
      .then(
        (receipt) => settle(() => acknowledge(batch, receipt)),
        (error: unknown) => settle(() => fail(error, batch)),
      );
    return inFlight;
  }

  const hasUnsaved = () => touched || unsure !== null || inFlight !== null;

  return {
    touch() {
      touched = true;
      if (state === 'saved') report({ kind: 'pending' });
      clearTimeout(quietTimer);
      quietTimer = attemptAfter(QUIET_MS);
      latestTimer ??= attemptAfter(LONGEST_WAIT_MS);
    },
    async flush() {
      if (inFlight) await inFlight;
      while (hasUnsaved()) {
        await attempt();
        if (failure !== null) throw failure;
      }
    },
    hasUnsaved,
    adopt(put, remove, receipt) {
      for (const id of remove) known.delete(id);
      for (const item of put) known.set(item.element.id, item);
      sequence = receipt.sequence;
      savedAt = receipt.savedAt;
    },
    sequence: () => sequence,
    orderOf: (id) => known.get(id)?.order,
  };
}
