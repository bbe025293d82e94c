import type { Channel, EventName, EventPayload, Input, Reply } from './contract.ts';

/**
 * The channel whose answer crosses to the page as JSON. Between the worlds of a page objects are copied by walking
 * them, a text at once: a transcript of 6,000 turns then arrives in half the time.
 */
export const LARGE_REPLY = 'recording.open' satisfies Channel;

/** What the preload script puts on `window.minber`. */
export interface Bridge {
  /** Answers with JSON on `LARGE_REPLY`. */
  invoke<C extends Channel>(
    channel: C,
    input: Input<C>,
  ): Promise<C extends typeof LARGE_REPLY ? Reply<C> | string : Reply<C>>;
  /** Listens to an event of the main process; returns the unsubscriber. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  /** Hands a dropped file to the main process, which answers with a grant. The path stays out of the page. */
  grantDropped(file: unknown): Promise<Reply<'files.grantDropped'>>;
}
