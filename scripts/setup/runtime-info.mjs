import { readFileSync } from 'node:fs';
import { stampPath } from './places.mjs';

/** Where set-up writes down which runtime this clone uses. */
export const runtimeInfoPath = stampPath('runtime.json');

/**
 * Tells which Electron this clone runs on, as set-up found it.
 *
 * @returns {import('./runtime-info.d.mts').RuntimeInfo}
 * @throws when set-up has not been done
 */
export function readRuntimeInfo() {
  try {
    return JSON.parse(readFileSync(runtimeInfoPath, 'utf8'));
  } catch (cause) {
    throw new Error('The runtime is not set up. Type: npm start', { cause });
  }
}

/**
 * The arguments that come before the program's own. Chromium's sandbox cannot work for root on Linux.
 *
 * @returns {string[]}
 */
export function electronArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * The environment that the program is started with.
 *
 * @param {{sqliteBinding: string | null}} runtime
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Record<string, string>}
 */
export function electronEnvironment(runtime, environment = process.env) {
  const { ELECTRON_RUN_AS_NODE: _, MINBER_SQLITE_BINDING: __, ...rest } = environment;
  return runtime.sqliteBinding ? { ...rest, MINBER_SQLITE_BINDING: runtime.sqliteBinding } : rest;
}
