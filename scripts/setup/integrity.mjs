import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { SetupFailure } from './failure.mjs';

/**
 * Refuses a file that is not byte for byte the one that was pinned.
 *
 * @param {string} path
 * @param {string} integrity as npm writes it: `sha512-` and the digest in base64
 * @throws {SetupFailure} when the digest differs
 */
export async function checkIntegrity(path, integrity) {
  const [algorithm = '', expected] = integrity.split(/-(.*)/s);
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  if (hash.digest('base64') === expected) return;
  throw new SetupFailure(
    `${path} is not the file that was pinned: its ${algorithm} differs.`,
    'Nothing of it was used. Check which registry npm is set to (npm config get registry), then try again.',
  );
}
