import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A virtual screen of its own for one worker, so that its windows share neither focus nor clipboard with another's. */
export interface OwnDisplay {
  /** As `DISPLAY` names it. */
  readonly name: string;
  close(): Promise<void>;
}

/** Starts a virtual screen. Resolves when windows can be opened on it; rejects when Xvfb cannot be started. */
export async function openOwnDisplay(): Promise<OwnDisplay> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await Promise.race([firstLine(server), failure(server)]);
  return {
    name: `:${number}`,
    close: async () => {
      server.kill();
      await once(server, 'exit');
    },
  };
}

async function firstLine(server: ChildProcess): Promise<string> {
  const [line] = await once(createInterface(server.stdio[3] as Readable), 'line');
  return String(line);
}

async function failure(server: ChildProcess): Promise<never> {
  const [reason] = await Promise.race([once(server, 'error'), once(server, 'exit')]);
  throw new Error(`Xvfb did not start: ${String(reason)}`);
}
