import type { Bridge } from '../../shared/ipc/bridge.ts';
import type {
  Channel,
  EventName,
  EventPayload,
  GrantedFile,
  Input,
  Output,
  Reply,
} from '../../shared/ipc/contract.ts';
import { ERROR_CODES, type ErrorCode, MinberError } from '../../shared/ipc/errors.ts';

declare global {
  interface Window {
    readonly minber: Bridge;
  }
}

function unwrap<T>(
  reply: { ok: true; value: T } | { ok: false; failure: { code: string; params?: unknown } },
): T {
  if (reply.ok) return reply.value;
  throw toldFailure(reply.failure);
}

/** Returns a failure that the main process has told of, with its sentence in the catalogues. */
export function toldFailure({
  code,
  params,
}: {
  readonly code: string;
  readonly params?: unknown;
}): MinberError {
  const known = ERROR_CODES.find((each) => each === code) ?? 'unexpected';
  return new MinberError(known as ErrorCode, (params ?? {}) as Record<string, string | number>);
}

/** Asks the main process. Rejects with a MinberError, whose code has a sentence in the catalogues. */
export async function call<C extends Channel>(
  channel: C,
  ...input: undefined extends Input<C> ? [] : [Input<C>]
): Promise<Output<C>> {
  const reply: Reply<C> | string = await window.minber.invoke(channel, input[0] as Input<C>);
  return unwrap<Output<C>>(typeof reply === 'string' ? (JSON.parse(reply) as Reply<C>) : reply);
}

/** Listens to an event of the main process; returns the unsubscriber. */
export function listen<E extends EventName>(
  event: E,
  listener: (payload: EventPayload<E>) => void,
): () => void {
  return window.minber.on(event, listener);
}

/** Returns grants for the files of a drop. */
export async function grantDropped(files: Iterable<File>): Promise<GrantedFile[]> {
  const grants: GrantedFile[] = [];
  for (const file of files) grants.push(unwrap(await window.minber.grantDropped(file)));
  return grants;
}
