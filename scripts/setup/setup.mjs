import { ensureBuild } from './build.mjs';
import { displayPrograms } from './display.mjs';
import { SetupFailure } from './failure.mjs';
import { ensurePackages } from './packages.mjs';
import { step } from './progress.mjs';
import { compilers, ensureAddon, ensureRuntime, lacksAddon, rememberRuntime } from './runtime.mjs';
import { checkSandbox } from './sandbox.mjs';
import { ensurePrograms, ensureSystemLibraries } from './system-libraries.mjs';

/**
 * Installs the npm packages; enough for all that needs no window.
 *
 * @throws {SetupFailure}
 */
export async function setUpPackages() {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new SetupFailure(
      `Node 20 or later is needed; this is ${process.version}.`,
      'Install it, then try again.',
    );
  }
  await step('Packages', ensurePackages);
}

/**
 * Sets up all that running the program takes, but for its build.
 *
 * @returns {Promise<import('./runtime-info.d.mts').RuntimeInfo>}
 * @throws {SetupFailure}
 */
export async function setUpRuntime() {
  await setUpPackages();
  const runtime = await step('Electron', ensureRuntime);
  const programs = [...displayPrograms, ...(lacksAddon(runtime) ? compilers : [])];
  await step('System libraries', (working) =>
    ensureSystemLibraries(runtime.executablePath, programs, working),
  );
  checkSandbox(runtime.executablePath);
  await step('SQLite', (working) => ensureAddon(runtime, working));
  await rememberRuntime(runtime);
  return runtime;
}

/**
 * Sets up the programs that the tests of media hand files to.
 *
 * @throws {SetupFailure}
 */
export async function setUpMediaPrograms() {
  await step('ffmpeg', (working) => ensurePrograms(['ffmpeg'], working));
}

/** Builds the program where its sources changed. */
export async function setUpBuild() {
  await step('Build', ensureBuild);
}

/**
 * Runs a script's work and turns its failure into one line each for what went wrong and what to do.
 *
 * @param {() => Promise<number>} work gives the exit status
 */
export async function runScript(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    console.error(`\n${error.message}\n${error.nextStep}`);
    process.exitCode = 1;
  }
}
