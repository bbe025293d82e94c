import { useEffect, useRef, useState } from 'react';
import { MinberError } from '../../shared/ipc/errors.ts';
import { runTask } from '../actions/tasks.ts';
import { failureText } from './toast.tsx';

/** A piece of work that a dialog has done, with its progress and what became of it. */
export interface Task {
  /** How far it is, 0 to 1; null when nothing is being done. */
  readonly fraction: number | null;
  /** The sentence of the last failure. */
  readonly failure: string | null;
  /** Does the work and returns what came of it; null when it failed or was stopped. */
  run<T>(work: (task: string) => Promise<T>): Promise<T | null>;
  stop(): void;
}

/** Work stops when the dialog closes. */
export function useTask(): Task {
  const [fraction, setFraction] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  return {
    fraction,
    failure,
    async run(work) {
      const own = new AbortController();
      stopper.current = own;
      setFailure(null);
      setFraction(0);
      try {
        return await runTask(work, { signal: own.signal, onProgress: setFraction });
      } catch (error) {
        if (!(error instanceof MinberError && error.code === 'stopped')) setFailure(failureText(error));
        return null;
      } finally {
        setFraction(null);
      }
    },
    stop: () => stopper.current?.abort(),
  };
}
