#!/usr/bin/env node
/** Measures how well the program finds speech, in a folder of recordings whose true speech is known. */
import { onSomeDisplay } from './setup/display.mjs';
import { projectPath } from './setup/places.mjs';
import { runInTerminal } from './setup/run-command.mjs';
import { runScript, setUpBuild, setUpRuntime } from './setup/setup.mjs';
import { toolNode, toolOptions } from './setup/tools.mjs';

await runScript(async () => {
  await setUpRuntime();
  await setUpBuild();
  const script = projectPath('scripts', 'speech', 'run.mjs');
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script, ...process.argv.slice(2)];
  const { command, args: wrapped } = onSomeDisplay({ command: toolNode(), args });
  return runInTerminal(command, wrapped, toolOptions());
});
