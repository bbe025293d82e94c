import { hasDisplay } from './setup/display.mjs';
import { projectFolder } from './setup/places.mjs';
import { runInTerminal } from './setup/run-command.mjs';
import { electronArguments, electronEnvironment } from './setup/runtime-info.mjs';
import { runScript, setUpBuild, setUpRuntime } from './setup/setup.mjs';
import { runTour } from './tour/run-tour.mjs';

/** Opens the program; a relative path in its arguments is meant from where the person typed the command. */
async function openProgram(runtime) {
  const args = [...electronArguments(), projectFolder, ...process.argv.slice(2)];
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return runInTerminal(runtime.executablePath, args, { cwd, env: electronEnvironment(runtime) });
}

async function showTour() {
  console.log(
    'There is no display, so Minber runs on a virtual one and takes its guided tour; see demo/ afterwards.',
  );
  return runTour();
}

await runScript(async () => {
  const runtime = await setUpRuntime();
  await setUpBuild();
  return hasDisplay() ? openProgram(runtime) : showTour();
});
