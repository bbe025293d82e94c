import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { compileAddon, compiledAddonPath } from './addon.mjs';
import { SetupFailure } from './failure.mjs';
import { ensureHostedRuntime, hostedRuntimeFits } from './hosted-runtime.mjs';
import { readJson, writeJson } from './json-file.mjs';
import { ensureOfficialRuntime } from './official-runtime.mjs';
import { packagePath } from './places.mjs';
import { runtimeInfoPath } from './runtime-info.mjs';

/** What compiling better-sqlite3 takes. */
export const compilers = ['make', 'g++', 'python3'];

/**
 * Finds or fetches the Electron that this clone runs on: the official binary where it can be had, else the hosted
 * one. What was found out is remembered, so that only the first start tries the network.
 *
 * @param {(what: string) => void} working
 * @returns {Promise<import('./runtime-info.d.mts').RuntimeInfo>} `sqliteBinding` names the addon even before it
 *   is compiled
 * @throws {SetupFailure} when neither can be had
 */
export async function ensureRuntime(working) {
  const { version: electronPackage } = await readJson(packagePath('electron', 'package.json'));
  const known = await readJson(runtimeInfoPath);
  if (isStillGood(known, electronPackage)) return withAddon(known);

  const official = await ensureOfficialRuntime(electronPackage, working);
  if (official) return { kind: 'official', ...official, sqliteBinding: null, electronPackage };
  if (hostedRuntimeFits) {
    const hosted = await ensureHostedRuntime(working);
    return withAddon({ kind: 'hosted', ...hosted, electronPackage });
  }
  throw new SetupFailure(
    `Electron ${electronPackage} could not be fetched from its release page.`,
    'Type "npx install-electron" where the network lets it through, then try again.',
  );
}

/**
 * Tells whether what was found out about the runtime holds.
 *
 * @param {import('./runtime-info.d.mts').RuntimeInfo | undefined} known
 * @param {string} electronPackage the version of the package `electron` now
 */
export function isStillGood(known, electronPackage) {
  return known?.electronPackage === electronPackage && existsSync(known.executablePath);
}

/**
 * Compiles better-sqlite3 for a runtime that cannot load its prebuilt binary, unless that was done.
 *
 * @param {import('./runtime-info.d.mts').RuntimeInfo} runtime
 * @param {(what: string) => void} working
 */
export async function ensureAddon(runtime, working) {
  if (!lacksAddon(runtime)) return;
  working('compiling better-sqlite3, one to three minutes, this once');
  await compileAddon(runtime.sqliteBinding);
}

/** Tells whether better-sqlite3 is still to be compiled for the runtime. */
export function lacksAddon({ sqliteBinding }) {
  return sqliteBinding !== null && !existsSync(sqliteBinding);
}

/** Writes down which runtime this clone uses. */
export async function rememberRuntime(runtime) {
  await writeJson(runtimeInfoPath, runtime);
}

async function withAddon(runtime) {
  const sqliteBinding =
    runtime.kind === 'hosted' ? await compiledAddonPath(dirname(runtime.executablePath)) : null;
  return { ...runtime, sqliteBinding };
}
