import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Reads a JSON file.
 *
 * @param {string} path
 * @returns {Promise<any>} undefined when there is none, or it is not JSON
 */
export async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Writes a JSON file whole or not at all.
 *
 * @param {string} path
 * @param {unknown} value
 */
export async function writeJson(path, value) {
  await mkdir(dirname(path), { recursive: true });
  const near = `${path}.${process.pid}`;
  await writeFile(near, `${JSON.stringify(value, null, 2)}\n`);
  await rename(near, path);
}
