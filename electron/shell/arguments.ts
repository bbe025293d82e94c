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

/**
 * Returns the words after the program. Outside a package, Electron is given the folder of the program as the first
 * word that is not a switch; switches may stand before it.
 */
export function programArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const words = argv.slice(1);
  if (isPackaged) return words;
  return words.slice(words.findIndex((word) => !word.startsWith('-')) + 1);
}
