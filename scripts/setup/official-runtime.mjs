import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { packagePath } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { toolNode } from './tools.mjs';

const releasePage =
  process.env.ELECTRON_MIRROR ||
  process.env.npm_config_electron_mirror ||
  'https://github.com/electron/electron/releases/download/';

/**
 * Finds the official Electron binary, or fetches it where its release page can be reached.
 *
 * @param {string} version of the package `electron`
 * @param {(what: string) => void} working
 * @returns {Promise<{executablePath: string, electronVersion: string} | undefined>} undefined when it cannot be had
 */
export async function ensureOfficialRuntime(version, working) {
  if (!(await executablePath(version)) && (await answers(releasePage))) {
    working(`fetching Electron ${version}`);
    await runCommand(toolNode(), [packagePath('electron', 'install.js')]);
  }
  const found = await executablePath(version);
  return found && { executablePath: found, electronVersion: version };
}

async function executablePath(version) {
  try {
    const installed = await readFile(packagePath('electron', 'dist', 'version'), 'utf8');
    if (installed.trim().replace(/^v/, '') !== version) return undefined;
    const path = packagePath('electron', 'dist', await readFile(packagePath('electron', 'path.txt'), 'utf8'));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

async function answers(url) {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(8_000) });
    return true;
  } catch {
    return false;
  }
}
