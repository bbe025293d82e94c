#!/usr/bin/env node
/**
 * Reads mutated files with every reader of the formats. See scripts/fuzz/run.mjs for the options.
 */
import { projectPath } from './setup/places.mjs';
import { runInTerminal } from './setup/run-command.mjs';
import { runScript, setUpPackages } from './setup/setup.mjs';
import { toolNode, toolOptions } from './setup/tools.mjs';

await runScript(async () => {
  await setUpPackages();
  const script = projectPath('scripts', 'fuzz', 'run.mjs');
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script, ...process.argv.slice(2)];
  return runInTerminal(toolNode(), args, toolOptions());
});
