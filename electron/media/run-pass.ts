import { Worker } from 'node:worker_threads';
import type { PeaksPiece } from '../../shared/audio/peaks.ts';
import type { PassRequest } from './pass-worker.ts';
import { type PassOrder, type PassResult, readSound } from './sound-pass.ts';

export type PassReply =
  | { readonly kind: 'piece'; readonly fraction: number; readonly piece: PeaksPiece | null }
  | { readonly kind: 'done'; readonly result: PassResult }
  | { readonly kind: 'failed'; readonly cause: string };

/** A pass that is going on. */
export interface Pass {
  /** Rejects with what ffmpeg said, and when stopped, after the processes have been ended. */
  readonly result: Promise<PassResult>;
  pause(): void;
  resume(): void;
  stop(): void;
}

/**
 * Reads the sound of a file in a thread of its own, so that nobody waits for the sums. `workerPath` null: in this
 * thread, for the command line and tests.
 */
export function runPass(
  workerPath: string | null,
  order: PassOrder,
  onPiece: (fraction: number, piece: PeaksPiece | null) => void,
): Pass {
  if (workerPath === null) return runHere(order, onPiece);
  const worker = new Worker(workerPath);
  const ask = (request: PassRequest) => worker.postMessage(request);
  const result = new Promise<PassResult>((resolve, reject) => {
    worker.on('message', (reply: PassReply) => {
      if (reply.kind === 'piece') onPiece(reply.fraction, reply.piece);
      else if (reply.kind === 'done') resolve(reply.result);
      else reject(new Error(reply.cause));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread ended')));
  });
  ask({ kind: 'read', order });
  return {
    result,
    pause: () => ask({ kind: 'pause' }),
    resume: () => ask({ kind: 'resume' }),
    stop: () => ask({ kind: 'stop' }),
  };
}

function runHere(order: PassOrder, onPiece: (fraction: number, piece: PeaksPiece | null) => void): Pass {
  const stopper = new AbortController();
  let paused: Promise<void> | undefined;
  let end = () => {};
  return {
    result: readSound(order, { signal: stopper.signal, onPiece, gate: () => paused }),
    pause: () => {
      paused ??= new Promise<void>((resolve) => {
        end = resolve;
      });
    },
    resume: () => {
      paused = undefined;
      end();
    },
    stop: () => {
      end();
      stopper.abort(new Error('stopped'));
    },
  };
}
