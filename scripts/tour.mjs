import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onSomeDisplay } from './setup/display.mjs';
import { projectPath } from './setup/places.mjs';
import { runInTerminal } from './setup/run-command.mjs';
import { runScript, setUpBuild, setUpRuntime } from './setup/setup.mjs';
import { toolNode, toolOptions } from './setup/tools.mjs';

const INSIDE = '--inside';

if (process.argv.includes(INSIDE)) {
  const { showEverything } = await import('./tour/show-everything.mjs');
  const demo = projectPath('demo');
  rmSync(demo, { recursive: true, force: true });
  mkdirSync(demo, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'minber-tour-'));
  try {
    await showEverything({ demo, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  await runScript(async () => {
    await setUpRuntime();
    await setUpBuild();
    const { command, args } = onSomeDisplay({
      command: toolNode(),
      args: [projectPath('scripts', 'tour.mjs'), INSIDE],
    });
    return runInTerminal(command, args, toolOptions());
  });
}
