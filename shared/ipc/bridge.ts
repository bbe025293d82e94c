import type { Channel, EventName, EventPayload, Input, Reply } from './contract.ts';

/** What the preload script puts on `window.minber`. */
export interface Bridge {
  invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>>;
  /** Listens to an event of the main process; returns the unsubscriber. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  /** Hands a dropped file to the main process, which answers with a grant. The path stays out of the page. */
  grantDropped(file: unknown): Promise<Reply<'files.grantDropped'>>;
}
