import { readFileSync } from 'node:fs';
import type { ParsedInput, Settings } from '../../shared/ipc/contract.ts';
import { settings as settingsSchema } from '../../shared/ipc/schemas.ts';
import { writeFileAtomic } from '../media/write-file-atomic.ts';
import type { Logger } from './logger.ts';

/** What the window may change, and what only the main process may. */
export type SettingsChange = ParsedInput<'settings.change'> & Partial<Pick<Settings, 'ffmpegPath'>>;

/** The settings in their file. A file that cannot be read, or parts of it, give way to defaults. */
export interface SettingsFile {
  current(): Settings;
  /** Takes effect at once; resolves when it is on the disk. */
  change(change: SettingsChange): Promise<Settings>;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
}

export function openSettings(path: string, logger: Logger): SettingsFile {
  let current: Settings = readSettings(path, logger);
  let writing: Promise<void> = Promise.resolve();
  return {
    current: () => current,
    change: async (change) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      current = settingsSchema.parse({ ...current, ...given });
      const text = `${JSON.stringify(current, null, 2)}\n`;
      const written = writing.then(() => writeFileAtomic(path, text));
      writing = written.catch(() => undefined);
      await written;
      return current;
    },
    settled: () => writing,
  };
}

function readSettings(path: string, logger: Logger): Settings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') logger.warn('settings could not be read', error);
    return settingsSchema.parse({});
  }
}
