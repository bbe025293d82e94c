import { rm } from 'node:fs/promises';
import { readJson } from '../setup/json-file.mjs';
import { projectFolder, stampPath } from '../setup/places.mjs';
import { runCommand } from '../setup/run-command.mjs';
import { toolCommand, toolOptions } from '../setup/tools.mjs';
import { countPlaywright, countVitest } from './counts.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<{succeeded: boolean, output: string, tests?: import('./counts.mjs').Counts}>} run
 */

const minuteMs = 60_000;
const unitReport = stampPath('unit-tests.json');
const endToEndReport = stampPath('end-to-end-tests.json');

/** All that is checked without a window, the quick ones first. @type {readonly Step[]} */
export const checkSteps = [
  { name: 'lint', run: () => tool('@biomejs/biome', 'biome', ['check', '.']) },
  { name: 'types', run: () => tool('typescript', 'tsc', ['--build']) },
  {
    name: 'layers',
    run: () =>
      tool('dependency-cruiser', 'depcruise', [
        '--config',
        '.dependency-cruiser.cjs',
        'electron',
        'renderer',
        'shared',
      ]),
  },
  { name: 'unit tests', run: runUnitTests },
];

/** The tests that drive the real program, which must have been built. @type {Step} */
export const endToEndStep = { name: 'end-to-end tests', run: runEndToEndTests };

async function tool(packageName, name, toolArgs) {
  return run(toolCommand(packageName, name, toolArgs), {}, 10 * minuteMs);
}

async function runUnitTests() {
  await rm(unitReport, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  const result = await run(toolCommand('vitest', 'vitest', args), {}, 20 * minuteMs);
  return { ...result, tests: countVitest(await readJson(unitReport)) };
}

async function runEndToEndTests() {
  await rm(endToEndReport, { force: true });
  const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'];
  const playwright = toolCommand('@playwright/test', 'playwright', args);
  const result = await run(playwright, { PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport }, 45 * minuteMs);
  return { ...result, tests: countPlaywright(await readJson(endToEndReport)) };
}

async function run({ command, args }, environment, timeoutMs) {
  const { status, output, timedOut } = await runCommand(command, args, {
    cwd: projectFolder,
    env: toolOptions(environment).env,
    timeoutMs,
  });
  const ending = timedOut ? `Stopped after ${timeoutMs / minuteMs} minutes.` : `Exit status: ${status}.`;
  return { succeeded: status === 0, output: `${output.trimEnd()}\n${ending}` };
}
