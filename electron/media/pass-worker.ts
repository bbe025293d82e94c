import { parentPort } from 'node:worker_threads';
import type { PassReply } from './run-pass.ts';
import { type PassOrder, type PassResult, readSound } from './sound-pass.ts';

export type PassRequest =
  | { readonly kind: 'read'; readonly order: PassOrder }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'stop' };

const stopper = new AbortController();
let paused: { readonly over: Promise<void>; readonly end: () => void } | null = null;

parentPort?.on('message', (request: PassRequest) => {
  if (request.kind === 'read') void read(request.order);
  else if (request.kind === 'stop') stopper.abort(new Error('stopped'));
  if (request.kind === 'pause') paused ??= newPause();
  else {
    paused?.end();
    paused = null;
  }
});

function newPause() {
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { over, end };
}

async function read(order: PassOrder): Promise<void> {
  const reply = (message: PassReply) => parentPort?.postMessage(message);
  try {
    const result: PassResult = await readSound(order, {
      signal: stopper.signal,
      gate: () => paused?.over,
      onPiece: (fraction, piece) => reply({ kind: 'piece', fraction, piece }),
    });
    reply({ kind: 'done', result });
  } catch (error) {
    reply({ kind: 'failed', cause: error instanceof Error ? error.message : String(error) });
  }
  parentPort?.close();
}
