import { existsSync } from 'node:fs';
import { SetupFailure } from './failure.mjs';
import { readJson } from './json-file.mjs';
import { npmReason, runNpm } from './npm.mjs';
import { packagePath, projectFolder, projectPath } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { machineNode } from './tools.mjs';

/** Vitest and dependency-cruiser need it. */
const oldestToolNode = 22;

const linkOfToolNode = packagePath('.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/**
 * Tells whether what npm installed is what the lock file asks for. Packages for other machines may be absent.
 *
 * @param {{packages: Record<string, {version?: string, optional?: boolean}>} | undefined} lock package-lock.json
 * @param {{packages: Record<string, {version?: string}>} | undefined} installed node_modules/.package-lock.json
 */
export function isInstalledAsLocked(lock, installed) {
  if (!lock || !installed) return false;
  return Object.entries(lock.packages).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found ? found.version === version : optional === true;
  });
}

/**
 * Installs the npm packages when they are not those of the lock file.
 *
 * @param {(what: string) => void} working
 * @throws {SetupFailure} when npm fails, or the Node for the tools is missing after all
 */
export async function ensurePackages(working) {
  const [lock, installed] = await Promise.all([
    readJson(projectPath('package-lock.json')),
    readJson(packagePath('.package-lock.json')),
  ]);
  if (!isInstalledAsLocked(lock, installed)) {
    working('npm ci');
    await installPackages();
  }
  await ensureToolNode(working);
}

async function installPackages() {
  const { status, output, timedOut } = await runNpm(['ci'], { cwd: projectFolder, timeoutMs: 1_200_000 });
  if (status === 0) return;
  const outOfStep = output.includes('npm error code EUSAGE');
  throw new SetupFailure(
    timedOut ? 'npm ci took more than twenty minutes.' : `npm ci failed: ${npmReason(output)}`,
    outOfStep
      ? 'Type "npm install", which brings package-lock.json up to package.json, then try again.'
      : 'Check the connection to the npm registry (npm ping), then try again.',
  );
}

/**
 * The package `node` fetches its program in an install script. Install scripts are off in this project (.npmrc), so
 * this one is run here, by name.
 */
async function ensureToolNode(working) {
  if (existsSync(linkOfToolNode)) return;
  working('fetching Node for the tools');
  const { output } = await runCommand(machineNode, ['installArchSpecificPackage'], {
    cwd: packagePath('node'),
    timeoutMs: 300_000,
  });
  await runNpm(['rebuild', 'node'], { cwd: projectFolder, timeoutMs: 60_000 });
  if (existsSync(linkOfToolNode)) return;
  const { stdout } = await runCommand(machineNode, ['-p', 'process.versions.node'], { timeoutMs: 30_000 });
  if (Number.parseInt(stdout, 10) >= oldestToolNode) return;
  throw new SetupFailure(
    `The tools need Node ${oldestToolNode} or later, and it could not be fetched: ${npmReason(output)}`,
    'Check the connection to the npm registry (npm ping), or install Node 24, then try again.',
  );
}
