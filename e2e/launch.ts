import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from '@playwright/test';
import { projectFolder, projectPath } from '../scripts/setup/places.mjs';
import { electronArguments, electronEnvironment, readRuntimeInfo } from '../scripts/setup/runtime-info.mjs';
import type { Language } from '../shared/model/language.ts';

/** The sample that comes with the program. */
export const samplePath = (name: 'forum.mp4' | 'forum.m4a' | 'forum.json') =>
  projectPath('resources', 'sample', name);

/** The short media of the tests. */
export const fixturePath = (name: string) => projectPath('e2e', 'fixtures', name);

export interface LaunchOptions {
  /** The folder of settings, log and backups. */
  readonly userDataPath: string;
  readonly libraryPath: string;
  /** The language of the system that the program starts on; English where it is not given. */
  readonly systemLanguage?: Language | 'de';
  /** Recordings named on the command line. */
  readonly files?: readonly string[];
}

/** One run of the program. */
export interface Program {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** What went wrong in the window so far: errors on its console, refusals by the content security policy. */
  readonly faults: readonly string[];
  /** Closes the window as a person does; resolves when the process has ended. */
  close(): Promise<void>;
  /** Ends the process at once, as a crash or a power cut would. */
  kill(): Promise<void>;
}

const LOCALES = { kk: 'kk_KZ', ru: 'ru_RU', en: 'en_US', de: 'de_DE' } as const;

/** Starts the built program on the runtime that set-up has chosen. Resolves when the window can be used. */
export async function launch(options: LaunchOptions): Promise<Program> {
  const runtime = readRuntimeInfo();
  const systemLanguage = options.systemLanguage ?? 'en';
  const start = () =>
    _electron.launch({
      executablePath: runtime.executablePath,
      args: [
        ...electronArguments(),
        projectFolder,
        `--user-data-dir=${options.userDataPath}`,
        `--lang=${systemLanguage}`,
        '--library',
        options.libraryPath,
        ...(options.files ?? []),
      ],
      env: {
        ...electronEnvironment(runtime),
        LANGUAGE: systemLanguage,
        LANG: `${LOCALES[systemLanguage]}.UTF-8`,
        LC_ALL: `${LOCALES[systemLanguage]}.UTF-8`,
      },
      timeout: 20_000,
    });
  // Now and then the debugger's connection to a runtime that has just started never comes about.
  const app = await start().catch((error: unknown) => {
    if (error instanceof errors.TimeoutError) return start();
    throw error;
  });
  const child = app.process();
  const ended = new Promise<void>((finish) => child.once('exit', () => finish()));
  const window = await app.firstWindow();
  const faults: string[] = [];
  window.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  window.on('pageerror', (error) => faults.push(`page: ${error.stack ?? error.message}`));
  await window.locator('main').first().waitFor();
  return {
    app,
    window,
    faults,
    close: async () => {
      await app.evaluate(({ BrowserWindow }) => {
        for (const each of BrowserWindow.getAllWindows()) each.close();
      });
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Returns the lines of the program's log that tell of errors. */
export function loggedErrors(userDataPath: string): string[] {
  try {
    const log = readFileSync(join(userDataPath, 'logs', 'minber.log'), 'utf8');
    return log.split('\n').filter((line) => line.includes('[error]'));
  } catch {
    return [];
  }
}
