import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { App } from '../services/app.ts';
import type { Logger } from '../services/logger.ts';
import { openApp } from '../services/open-app.ts';
import { CommandFailure, type Context } from './command.ts';

/** The options of every command that works on a library. */
export const LIBRARY_OPTIONS = ['library', 'user-data-dir'] as const;
export type LibraryOptions = { readonly [K in (typeof LIBRARY_OPTIONS)[number]]: string | null };

/** A failure is told by the command itself; the rest is for nobody on a command line. */
const QUIET: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Does `work` on the library, which is closed again whatever happens. A library that is absent is made only where
 * `make` says so; else it is a failure, lest a mistyped path be taken for an empty library.
 */
export async function withLibrary<T>(
  context: Context,
  options: LibraryOptions,
  { make }: { readonly make: boolean },
  work: (app: App) => Promise<T>,
): Promise<T> {
  const { terminal, installation, t } = context;
  const userDataPath = options['user-data-dir']
    ? resolve(terminal.folder, options['user-data-dir'])
    : defaultUserDataPath(context);
  const libraryPath =
    options.library === null
      ? join(userDataPath, 'library.minber-library')
      : resolve(terminal.folder, options.library);
  if (!existsSync(libraryPath)) {
    if (!make) throw new CommandFailure(t('cli.noLibrary', { path: libraryPath }));
    terminal.tell(t('cli.madeLibrary', { path: libraryPath }));
  }
  const app = openApp({
    libraryPath,
    userDataPath,
    resourcesPath: installation.resourcesPath,
    nativeBinding: installation.nativeBinding,
    logger: QUIET,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Where Electron keeps the data of a program of this name. */
function defaultUserDataPath({ terminal: { platform, environment } }: Context): string {
  const home = homedir();
  if (platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Minber');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Minber');
  return join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'Minber');
}
