import { hasDisplay, onSomeDisplay } from './setup/display.mjs';
import { projectFolder, projectPath } from './setup/places.mjs';
import { runInTerminal } from './setup/run-command.mjs';
import { electronArguments, electronEnvironment } from './setup/runtime-info.mjs';
import { runScript, setUpBuild, setUpRuntime } from './setup/setup.mjs';
import { toolNode, toolOptions } from './setup/tools.mjs';

/** Opens the program; a relative path in its arguments is meant from where the person typed the command. */
async function openProgram(runtime) {
  const args = [...electronArguments(), projectFolder, ...process.argv.slice(2)];
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return runInTerminal(runtime.executablePath, args, { cwd, env: electronEnvironment(runtime) });
}

async function showTour(runtime) {
  console.log(
    'There is no display, so Minber runs on a virtual one and takes its guided tour; see demo/ afterwards.',
  );
  const { command, args } = onSomeDisplay({
    command: toolNode(),
    args: [projectPath('scripts', 'tour.mjs')],
  });
  const { cwd, env } = toolOptions();
  return runInTerminal(command, args, { cwd, env: electronEnvironment(runtime, env) });
}

await runScript(async () => {
  const runtime = await setUpRuntime();
  await setUpBuild();
  return hasDisplay() ? openProgram(runtime) : showTour(runtime);
});
