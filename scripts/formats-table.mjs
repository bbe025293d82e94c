#!/usr/bin/env node
/**
 * Writes docs/formats.md, the table of what each format reads, writes and keeps, from the registry of the formats.
 */
import { projectPath } from './setup/places.mjs';
import { runInTerminal } from './setup/run-command.mjs';
import { runScript, setUpPackages } from './setup/setup.mjs';
import { toolNode, toolOptions } from './setup/tools.mjs';

await runScript(async () => {
  await setUpPackages();
  const script = projectPath('scripts', 'formats', 'write-table.mjs');
  return runInTerminal(toolNode(), ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script], toolOptions());
});
