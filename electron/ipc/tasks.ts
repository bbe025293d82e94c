import { MinberError } from '../../shared/ipc/errors.ts';
import type { WorkOptions } from '../services/bundles/write-bundle.ts';

/** Pieces of work that take their time: each tells its progress under its name, and can be stopped by it. */
export interface Tasks {
  /** Rejects as `work` does; with `stopped` when it was stopped. */
  run<T>(task: string, work: (options: WorkOptions) => Promise<T>): Promise<T>;
  stop(task: string): void;
}

/** Progress is told when it has come on by this much: more often would be seen by nobody. */
const STEP = 0.005;

export function createTasks(tell: (task: string, fraction: number) => void): Tasks {
  const stoppers = new Map<string, AbortController>();
  return {
    async run(task, work) {
      const stopper = new AbortController();
      stoppers.set(task, stopper);
      let told = 0;
      const onProgress = (fraction: number) => {
        if (fraction - told < STEP && fraction < 1) return;
        told = fraction;
        tell(task, fraction);
      };
      try {
        return await work({ signal: stopper.signal, onProgress });
      } catch (error) {
        throw stopper.signal.aborted ? new MinberError('stopped', {}, error) : error;
      } finally {
        stoppers.delete(task);
      }
    },
    stop: (task) => stoppers.get(task)?.abort(),
  };
}
