import { runInTerminal } from './setup/run-command.mjs';
import { runScript, setUpBuild, setUpMediaPrograms, setUpRuntime } from './setup/setup.mjs';
import { toolCommand, toolOptions } from './setup/tools.mjs';

await runScript(async () => {
  await setUpRuntime();
  await setUpMediaPrograms();
  await setUpBuild();
  const args = ['test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)];
  const playwright = toolCommand('@playwright/test', 'playwright', args);
  return runInTerminal(playwright.command, playwright.args, toolOptions());
});
