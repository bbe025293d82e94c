import { resolve } from 'node:path';

export interface CommandLine {
  /** Null: the library in the user's data folder. */
  readonly libraryPath: string | null;
  /** Recordings to import, absolute. */
  readonly files: readonly string[];
}

/**
 * Returns what the command line asks for. `args` are the words after the program; switches of Chromium and
 * Electron are passed over. Relative paths are taken from `folder`.
 */
export function readArguments(args: readonly string[], folder: string): CommandLine {
  const files: string[] = [];
  let libraryPath: string | null = null;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--library') libraryPath = resolve(folder, args[++index] ?? '');
    else if (arg.startsWith('--library=')) libraryPath = resolve(folder, arg.slice('--library='.length));
    else if (!arg.startsWith('-')) files.push(resolve(folder, arg));
  }
  return { libraryPath, files };
}
