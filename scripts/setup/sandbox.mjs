import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupFailure } from './failure.mjs';

/** Kernel settings that keep Chromium from building its sandbox out of user namespaces, with the value that does. */
const forbidding = {
  '/proc/sys/kernel/unprivileged_userns_clone': '0',
  '/proc/sys/kernel/apparmor_restrict_unprivileged_userns': '1',
  '/proc/sys/user/max_user_namespaces': '0',
};

/**
 * Refuses a system on which Chromium would end at once for want of its sandbox, and tells the remedy.
 *
 * @param {string} executablePath
 * @throws {SetupFailure}
 */
export function checkSandbox(executablePath) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const forbidden = Object.entries(forbidding).some(([path, value]) => readSetting(path) === value);
  const program = join(dirname(executablePath), 'chrome-sandbox');
  if (!forbidden || isOwnedByRootWithSetuid(program)) return;
  throw new SetupFailure(
    'This system forbids user namespaces, so the sandbox of Electron needs its helper program set up.',
    `Type: sudo chown root:root "${program}" && sudo chmod 4755 "${program}"`,
  );
}

function readSetting(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function isOwnedByRootWithSetuid(path) {
  const { uid, mode } = statSync(path);
  return uid === 0 && (mode & 0o4000) !== 0;
}
