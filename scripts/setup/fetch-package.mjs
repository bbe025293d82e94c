import { mkdtemp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { checkIntegrity } from './integrity.mjs';
import { npmReason, runNpm } from './npm.mjs';

/**
 * Fetches an npm package as it lies in the registry that npm is set to, without installing it.
 *
 * @param {{name: string, integrity: string}} wanted name with version, and what npm calls its integrity
 * @param {string} folder where it may be put
 * @returns {Promise<string>} the path of the archive
 * @throws {SetupFailure} when it cannot be fetched, or is not the one that was pinned
 */
export async function fetchPackage({ name, integrity }, folder) {
  const target = await mkdtemp(join(folder, 'package-'));
  const { status, output, timedOut } = await runNpm([
    'pack',
    name,
    '--ignore-scripts',
    '--pack-destination',
    target,
  ]);
  const [archive] = await readdir(target);
  if (status !== 0 || archive === undefined) {
    throw new SetupFailure(
      timedOut
        ? `npm took more than ten minutes to fetch ${name}.`
        : `npm could not fetch ${name}: ${npmReason(output)}`,
      'Check the connection to the npm registry (npm ping), then try again.',
    );
  }
  const path = join(target, archive);
  await checkIntegrity(path, integrity);
  return path;
}
