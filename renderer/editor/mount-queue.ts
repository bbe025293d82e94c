/** Chunks that are rendered at once when a transcript opens; the others follow while nobody types. */
const FIRST_CHUNKS = 2;

/** Renders a long transcript bit by bit, so that its first page can be seen and typed in at once. */
export interface MountQueue {
  /** Whether a chunk that comes now is to be rendered now. */
  admits(): boolean;
  /** Calls back when it is the turn of a chunk that was not admitted. Returns the way out of the queue. */
  wait(mount: () => void): () => void;
  /** Lets chunks in from now on: those waiting when there is time, new ones at once. */
  start(): void;
  /** Lets all in now, since one of them is needed. */
  mountAll(): void;
}

export function createMountQueue(): MountQueue {
  const waiting = new Set<() => void>();
  let admitted = 0;
  let started = false;
  let scheduled = false;

  function mountNext() {
    const [next] = waiting;
    if (!next) return;
    waiting.delete(next);
    next();
  }

  function schedule() {
    if (scheduled || !started || waiting.size === 0) return;
    scheduled = true;
    requestIdleCallback(
      () => {
        scheduled = false;
        mountNext();
        schedule();
      },
      { timeout: 500 },
    );
  }

  return {
    admits: () => started || admitted++ < FIRST_CHUNKS,
    wait(mount) {
      waiting.add(mount);
      schedule();
      return () => waiting.delete(mount);
    },
    start() {
      started = true;
      schedule();
    },
    mountAll() {
      while (waiting.size > 0) mountNext();
    },
  };
}
