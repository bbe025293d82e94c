import {
  type Channel,
  contract,
  type Output,
  type ParsedInput,
  type Reply,
} from '../../shared/ipc/contract.ts';
import type { MinberError } from '../../shared/ipc/errors.ts';
import { toMinberError } from '../services/failure.ts';
import type { Logger } from '../services/logger.ts';

/** One handler per entry of the contract; each gets its input parsed, and fails by throwing. */
export type Handlers = {
  readonly [C in Channel]: (input: ParsedInput<C>) => Output<C> | Promise<Output<C>>;
};

const isChannel = (name: string): name is Channel => Object.hasOwn(contract, name);

const failed = ({ code, params }: MinberError): Reply<Channel> => ({ ok: false, failure: { code, params } });

/**
 * Answers one request of the renderer. Never rejects: an unknown channel or an input that its schema refuses is
 * `bad-request`, a failure that the person can be told about keeps its code, anything else is `unexpected`; the
 * log gets the cause.
 */
export async function dispatch(
  handlers: Handlers,
  logger: Logger,
  channel: string,
  input: unknown,
): Promise<Reply<Channel>> {
  if (!isChannel(channel)) {
    logger.warn(`unknown channel ${channel}`);
    return { ok: false, failure: { code: 'bad-request' } };
  }
  const parsed = contract[channel].input.safeParse(input);
  if (!parsed.success) {
    logger.warn(`${channel}: input refused`, parsed.error);
    return { ok: false, failure: { code: 'bad-request' } };
  }
  try {
    const handle = handlers[channel] as (parsedInput: unknown) => unknown;
    return { ok: true, value: await handle(parsed.data) } as Reply<Channel>;
  } catch (error) {
    const failure = toMinberError(error);
    logger.error(`${channel}: ${failure.code}`, error);
    return failed(failure);
  }
}
