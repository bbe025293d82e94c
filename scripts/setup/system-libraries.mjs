import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { lastLine, runCommand } from './run-command.mjs';

/** Debian's package for each shared library that Electron needs from the system. */
const packageOfLibrary = {
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgdk_pixbuf-2.0.so.0': 'libgdk-pixbuf-2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libpangocairo-1.0.so.0': 'libpangocairo-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXrandr.so.2': 'libxrandr2',
};

/** Opened by Electron while it runs, so that `ldd` may not name it. */
const openedLater = ['libgtk-3.so.0'];

/** Debian's package for each program that set-up or a display-less machine needs. */
const packageOfProgram = {
  'xvfb-run': 'xvfb',
  xauth: 'xauth',
  make: 'make',
  'g++': 'g++',
  python3: 'python3',
  ffmpeg: 'ffmpeg',
};

/**
 * Reads the shared libraries that the system lacks from what `ldd` printed.
 *
 * @param {string} lddOutput
 * @returns {string[]}
 */
export function librariesNotFound(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}

/**
 * Debian's packages for libraries, without repetition.
 *
 * @param {readonly string[]} libraries
 * @throws {SetupFailure} for a library whose package is not known here
 */
export function packagesOfLibraries(libraries) {
  const unknown = libraries.filter((library) => !(library in packageOfLibrary));
  if (unknown.length > 0) {
    throw new SetupFailure(
      `Electron needs libraries that this system lacks: ${unknown.join(', ')}.`,
      'Install the packages that hold them (apt-file search NAME tells which), then try again.',
    );
  }
  return [...new Set(libraries.map((library) => packageOfLibrary[library]))];
}

/**
 * Installs what the system lacks, where we may; elsewhere tells the command to type.
 *
 * @param {string} executablePath of Electron
 * @param {readonly string[]} programs that must be on the PATH
 * @param {(what: string) => void} working
 * @throws {SetupFailure} when something is missing and cannot be installed from here
 */
export async function ensureSystemLibraries(executablePath, programs, working) {
  if (process.platform !== 'linux') return;
  await ensureInstalled(
    [...packagesOfLibraries(await missingLibraries(executablePath)), ...packagesOfPrograms(programs)],
    working,
  );
}

/**
 * Installs programs that are not on the PATH, where we may; elsewhere tells the command to type.
 *
 * @param {readonly string[]} programs
 * @param {(what: string) => void} working
 * @throws {SetupFailure} when something is missing and cannot be installed from here
 */
export async function ensurePrograms(programs, working) {
  await ensureInstalled(packagesOfPrograms(programs), working);
}

const packagesOfPrograms = (programs) =>
  programs.filter((program) => !isOnPath(program)).map((program) => packageOfProgram[program]);

async function ensureInstalled(packages, working) {
  if (packages.length === 0) return;
  working(`the system lacks ${packages.join(', ')}`);
  await install(packages);
}

async function missingLibraries(executablePath) {
  const [linked, known] = await Promise.all([
    runCommand('ldd', [executablePath], { timeoutMs: 30_000 }),
    runCommand('/sbin/ldconfig', ['-p'], { timeoutMs: 30_000 }),
  ]);
  const notKnown = known.status === 0 ? openedLater.filter((library) => !known.stdout.includes(library)) : [];
  return [...new Set([...librariesNotFound(linked.stdout), ...notKnown])];
}

function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => [program, `${program}.exe`].some((name) => existsSync(join(folder, name))));
}

async function install(packages) {
  if (!isOnPath('apt-get')) {
    throw new SetupFailure(
      `This system lacks what Debian calls ${packages.join(', ')}.`,
      'Install them with the package manager of this system, then try again.',
    );
  }
  if (process.getuid?.() !== 0) {
    throw new SetupFailure(
      `This system lacks ${packages.join(', ')}.`,
      `Type: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    );
  }
  await aptGet('update');
  await aptGet('install', '-y', '--no-install-recommends', ...(await namesHere(packages)));
}

async function aptGet(...args) {
  const limits = [
    '-o',
    'Acquire::http::Timeout=30',
    '-o',
    'Acquire::Retries=2',
    '-o',
    'DPkg::Lock::Timeout=300',
  ];
  const { status, output } = await runCommand('apt-get', [...limits, ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeoutMs: 1_200_000,
  });
  if (status === 0) return;
  throw new SetupFailure(
    `apt-get ${args[0]} failed: ${lastLine(output)}`,
    `See what it says: apt-get ${args.join(' ')}`,
  );
}

/** Newer releases of Debian and Ubuntu carry some libraries under a name that ends in `t64`. */
async function namesHere(packages) {
  const { stdout } = await runCommand('apt-cache', ['pkgnames'], { timeoutMs: 60_000 });
  const known = new Set(stdout.split('\n'));
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}
