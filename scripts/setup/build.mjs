import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { readJson, writeJson } from './json-file.mjs';
import { projectFolder, projectPath, stampPath } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { toolCommand, toolOptions } from './tools.mjs';

const inputs = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const outputs = [
  'out/main/main.js',
  'out/main/cli.js',
  'out/main/pass-worker.js',
  'out/preload/preload.js',
  'out/renderer/index.html',
];
const stamp = stampPath('build.json');

/**
 * Digests files by name and content. Tests are left out: they are not built.
 *
 * @param {string} folder
 * @param {readonly string[]} names files and folders inside it
 * @returns {Promise<string>}
 */
export async function digestSources(folder, names) {
  const hash = createHash('sha256');
  const files = (await Promise.all(names.map((name) => filesUnder(folder, name)))).flat().sort();
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(await readFile(join(folder, file)))
      .update('\0');
  return hash.digest('hex');
}

async function filesUnder(folder, name) {
  const found = await stat(join(folder, name)).catch(() => undefined);
  if (!found) return [];
  if (!found.isDirectory()) return [name];
  const entries = await readdir(join(folder, name), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
}

/**
 * Tells whether what was built last comes from these sources and is still as the build left it.
 *
 * @param {{sources: string, outputs: readonly (number | null)[]} | undefined} last
 * @param {{sources: string, outputs: readonly (number | null)[]}} now
 */
export function isUpToDate(last, now) {
  return (
    last?.sources === now.sources &&
    now.outputs.every((modifiedMs, index) => modifiedMs !== null && modifiedMs === last.outputs[index])
  );
}

/**
 * Builds the program, unless nothing changed since the last time.
 *
 * @param {(what: string) => void} working
 * @throws {SetupFailure} when it does not build
 */
export async function ensureBuild(working) {
  const sources = await digestSources(projectFolder, inputs);
  if (isUpToDate(await readJson(stamp), { sources, outputs: await modifiedTimes() })) return;
  working('electron-vite build');
  const { command, args } = toolCommand('electron-vite', 'electron-vite', ['build']);
  const { status, output } = await runCommand(command, args, toolOptions({ NODE_ENV: 'production' }));
  if (status !== 0) {
    console.log(output.trim());
    throw new SetupFailure('The program did not build; the reason stands above.', 'Mend it, then try again.');
  }
  await writeJson(stamp, { sources, outputs: await modifiedTimes() });
}

function modifiedTimes() {
  return Promise.all(
    outputs.map((path) =>
      stat(projectPath(path)).then(
        ({ mtimeMs }) => mtimeMs,
        () => null,
      ),
    ),
  );
}
