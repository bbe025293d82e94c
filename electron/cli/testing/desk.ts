import { resolve } from 'node:path';
import type { App } from '../../services/app.ts';
import { openTestApp, temporaryFolder } from '../../services/testing/open-test-app.ts';
import type { ExitStatus } from '../command.ts';
import { runCommandLine } from '../run-command-line.ts';

export interface Ran {
  readonly status: ExitStatus;
  /** What went to standard output. */
  readonly out: string;
  /** The lines on the error stream. */
  readonly told: readonly string[];
}

export interface Desk {
  readonly folder: string;
  readonly libraryPath: string;
  /** Runs the program on a library of the desk's own, in English unless the environment says otherwise. */
  run(
    words: readonly string[],
    given?: { input?: Uint8Array; environment?: Record<string, string> },
  ): Promise<Ran>;
  /** Does what a person did before in the window, and closes the library again. */
  prepare<T>(work: (app: App) => T | Promise<T>): Promise<T>;
}

/** A folder with the program to run in it. */
export function desk(): Desk {
  const folder = temporaryFolder();
  const libraryPath = resolve(folder, 'library.minber-library');
  return {
    folder,
    libraryPath,
    run: async (words, { input = new Uint8Array(), environment = {} } = {}) => {
      let out = '';
      const told: string[] = [];
      const decoder = new TextDecoder();
      const status = await runCommandLine(
        {
          words,
          folder,
          environment: { LANG: 'en_GB.UTF-8', XDG_CONFIG_HOME: folder, ...environment },
          platform: 'linux',
          readInput: async () => input,
          write: (data) => {
            out += typeof data === 'string' ? data : decoder.decode(data);
          },
          tell: (line) => void told.push(line),
        },
        { version: '1.2.3', resourcesPath: resolve('resources'), nativeBinding: undefined },
      );
      return { status, out, told };
    },
    prepare: async (work) => {
      const app = openTestApp(folder, { libraryPath });
      try {
        return await work(app);
      } finally {
        await app.close();
      }
    },
  };
}
