#!/usr/bin/env node
/** Measures how well quotations are found and checked, on the project's own articles, and how fast. */
import { projectPath } from './setup/places.mjs';
import { runInTerminal } from './setup/run-command.mjs';
import { runScript, setUpPackages } from './setup/setup.mjs';
import { toolNode, toolOptions } from './setup/tools.mjs';

await runScript(async () => {
  await setUpPackages();
  const script = projectPath('scripts', 'press', 'run.mjs');
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script, ...process.argv.slice(2)];
  return runInTerminal(toolNode(), args, toolOptions());
});
