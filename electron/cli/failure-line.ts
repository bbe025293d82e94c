import { toMinberError } from '../services/failure.ts';
import { CommandFailure, type Context } from './command.ts';

/** Returns the sentence of a failure; there is no log to look into, so the cause of an unexpected one is told. */
export function failureLine(error: unknown, { t }: Context): string {
  if (error instanceof CommandFailure) return error.message;
  const { code, params, cause } = toMinberError(error);
  if (code === 'file-missing') return t('cli.noFile', params);
  if (code !== 'unexpected') return t(`error.${code}`, params);
  return t('cli.unexpected', {
    cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
  });
}
