import type { RecordingId } from '../../shared/model/ids.ts';

/** What has become of one recording of a batch. */
export type BatchState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'writing' }
  | ({ readonly kind: 'written' } & BatchFile)
  /** `text` is the sentence for the person. */
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'stopped' };

/**
 * A file that was written. `withheld`: how many spans are off the record and stayed out. `note` says what it does not show
 * as it should, or is empty.
 */
export interface BatchFile {
  readonly path: string;
  readonly name: string;
  readonly withheld: number;
  readonly note: string;
}

export interface BatchItem {
  readonly id: RecordingId;
  readonly title: string;
}

export type BatchStates = ReadonlyMap<RecordingId, BatchState>;

interface BatchOptions {
  /** Writes one recording, and resolves with where it lies. */
  readonly write: (item: BatchItem) => Promise<BatchFile>;
  /** Returns the sentence of a failure. */
  readonly failureText: (error: unknown) => string;
  /** Once aborted, the file at hand is finished and no other begun. */
  readonly signal: AbortSignal;
  readonly onChange: (states: BatchStates) => void;
}

/** Writes recordings one after the other; a failure of one keeps no other from being written. Never rejects. */
export async function runBatch(
  items: readonly BatchItem[],
  { write, failureText, signal, onChange }: BatchOptions,
): Promise<BatchStates> {
  let states: BatchStates = new Map(items.map(({ id }) => [id, { kind: 'waiting' }]));
  const set = (id: RecordingId, state: BatchState) => {
    states = new Map(states).set(id, state);
    onChange(states);
  };
  for (const item of items) {
    if (signal.aborted) {
      set(item.id, { kind: 'stopped' });
      continue;
    }
    set(item.id, { kind: 'writing' });
    try {
      set(item.id, { kind: 'written', ...(await write(item)) });
    } catch (error) {
      set(item.id, { kind: 'failed', text: failureText(error) });
    }
  }
  return states;
}

/** Returns how many recordings stand in each state. */
export function countStates(states: BatchStates): Readonly<Record<BatchState['kind'], number>> {
  const counts = { waiting: 0, writing: 0, written: 0, failed: 0, stopped: 0 };
  for (const { kind } of states.values()) counts[kind]++;
  return counts;
}
