import { call, listen } from '../api/client.ts';

interface TaskOptions {
  readonly signal: AbortSignal;
  /** Is told how far the work is, 0 to 1. */
  readonly onProgress: (fraction: number) => void;
}

/** Has the main process do something that takes its time, under a name; rejects with `stopped` once aborted. */
export async function runTask<T>(
  work: (task: string) => Promise<T>,
  { signal, onProgress }: TaskOptions,
): Promise<T> {
  const task = crypto.randomUUID();
  const unlisten = listen('progress', (event) => event.task === task && onProgress(event.fraction));
  const stop = () => void call('task.stop', { task });
  signal.addEventListener('abort', stop);
  try {
    return await work(task);
  } finally {
    signal.removeEventListener('abort', stop);
    unlisten();
  }
}
