/** Chunks that are rendered at once when a transcript opens. */
const FIRST_CHUNKS = 2;

/** Nothing is rendered ahead of need for this long after a key. */
const TYPING_MS = 1000;

/** Chunks are rendered before they scroll into view by this much. */
const AHEAD = '1500px 0px';

/**
 * Renders a long transcript bit by bit, so that its first page can be seen and typed in at once: each further
 * chunk when it comes near the window, and all of them while nobody types.
 */
export interface MountQueue {
  /** Whether a chunk that comes now is to be rendered now. */
  admits(): boolean;
  /** Calls back when it is the turn of a chunk that was not admitted. Returns the way out of the queue. */
  wait(place: Element, mount: () => void): () => void;
  /** Lets chunks in from now on: those that wait one by one, new ones at once. */
  start(): void;
  /** To be told of every key, which goes before what is not needed yet. */
  noteKey(): void;
  /** Lets all in now, since one of them is needed. */
  mountAll(): void;
}

export function createMountQueue(): MountQueue {
  const waiting = new Map<Element, () => void>();
  let admitted = 0;
  let started = false;
  let scheduled = false;
  let keyAt = Number.NEGATIVE_INFINITY;
  let observer: IntersectionObserver | null = null;

  function mount(place: Element) {
    const callBack = waiting.get(place);
    waiting.delete(place);
    observer?.unobserve(place);
    callBack?.();
  }

  function mountNext() {
    const [place] = waiting.keys();
    if (place) mount(place);
  }

  function schedule() {
    if (scheduled || !started || waiting.size === 0) return;
    scheduled = true;
    const waitMs = keyAt + TYPING_MS - performance.now();
    if (waitMs > 0) {
      setTimeout(() => {
        scheduled = false;
        schedule();
      }, waitMs);
      return;
    }
    requestIdleCallback(() => {
      scheduled = false;
      if (performance.now() > keyAt + TYPING_MS) mountNext();
      schedule();
    });
  }

  return {
    admits: () => started || admitted++ < FIRST_CHUNKS,
    wait(place, callBack) {
      observer ??= new IntersectionObserver(
        (entries) => {
          for (const entry of entries) if (entry.isIntersecting) mount(entry.target);
        },
        { root: place.closest('.transcript'), rootMargin: AHEAD },
      );
      waiting.set(place, callBack);
      observer.observe(place);
      schedule();
      return () => {
        waiting.delete(place);
        observer?.unobserve(place);
      };
    },
    start() {
      started = true;
      schedule();
    },
    noteKey() {
      keyAt = performance.now();
    },
    mountAll() {
      while (waiting.size > 0) mountNext();
    },
  };
}
