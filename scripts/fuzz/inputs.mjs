import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { detectFormat, formatById } from '../../shared/formats/registry.ts';
import { SESSION } from '../../shared/formats/testing/session.ts';
import { testSources } from '../../shared/formats/testing/test-sources.ts';
import { projectPath } from '../setup/places.mjs';
import { mutated, randomFrom, wordsOf } from './mutate.mjs';

const FIXTURES = projectPath('shared', 'formats', 'fixtures');

/**
 * Returns the source of a format's inputs: mutations of what it writes and of its fixtures, the same for the same
 * seed and number.
 *
 * @param {string} id
 * @param {number} seed
 * @returns {Promise<(number: number) => Buffer>}
 */
export async function inputsOf(id, seed) {
  const format = formatById(id);
  const files = readdirSync(FIXTURES, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, bytes: readFileSync(join(FIXTURES, name)) }))
    .filter(({ name, bytes }) => detectFormat(name, bytes) === format)
    .map(({ bytes }) => bytes);
  if (format.write)
    files.push(Buffer.from(await format.write(SESSION, DEFAULT_EXPORT_OPTIONS, testSources())));
  if (files.length === 0) files.push(Buffer.from(id));
  const words = wordsOf(files);
  const idSeed = [...id].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
  return (number) => mutated(files, words, randomFrom(seed, idSeed, number));
}
