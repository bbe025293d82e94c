#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { ensureBuild } from './setup/build.mjs';
import { projectPath } from './setup/places.mjs';
import { runInTerminal } from './setup/run-command.mjs';
import { electronEnvironment, readRuntimeInfo, runtimeInfoPath } from './setup/runtime-info.mjs';
import { runScript, setUpRuntime } from './setup/setup.mjs';

// Standard output belongs to the command; what set-up says goes beside it.
console.log = console.error;

await runScript(async () => {
  const runtime = existsSync(runtimeInfoPath) ? readRuntimeInfo() : await setUpRuntime();
  await ensureBuild((what) => console.error(`  Build: ${what}`));
  const env = { ...electronEnvironment(runtime), ELECTRON_RUN_AS_NODE: '1' };
  const args = [projectPath('out', 'main', 'cli.js'), ...process.argv.slice(2)];
  return runInTerminal(runtime.executablePath, args, { env });
});
