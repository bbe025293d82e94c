#!/usr/bin/env node
/**
 * Takes mutated bundles into a library. See scripts/fuzz/run-bundles.mjs for the options.
 */
import { projectPath } from './setup/places.mjs';
import { runInTerminal } from './setup/run-command.mjs';
import { runScript, setUpPackages } from './setup/setup.mjs';
import { toolNode, toolOptions } from './setup/tools.mjs';

await runScript(async () => {
  await setUpPackages();
  const script = projectPath('scripts', 'fuzz', 'run-bundles.mjs');
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script, ...process.argv.slice(2)];
  return runInTerminal(toolNode(), args, toolOptions());
});
