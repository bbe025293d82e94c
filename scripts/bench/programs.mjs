import { _electron } from '@playwright/test';
import { launch } from '../../e2e/launch.ts';
import { projectPath } from '../setup/places.mjs';
import { electronArguments, electronEnvironment, readRuntimeInfo } from '../setup/runtime-info.mjs';
import { libraryPlaces } from './make-library.mjs';

/** Starts Minber on the library in `folder`. */
export async function startMinber(folder) {
  const program = await launch(libraryPlaces(folder));
  await program.window.evaluate(watchFrames);
  return program;
}

/** Starts a page of the baseline app on the same runtime; `userDataPath` is a folder of its own. */
export async function startBaseline(page, userDataPath) {
  const runtime = readRuntimeInfo();
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [
      ...electronArguments(),
      projectPath('scripts', 'bench', 'baseline-app'),
      `--user-data-dir=${userDataPath}`,
      `--page=${page}`,
    ],
    env: electronEnvironment(runtime),
  });
  const child = app.process();
  const ended = new Promise((finish) => child.once('exit', finish));
  const window = await app.firstWindow();
  await window.waitForLoadState();
  await window.evaluate(watchFrames);
  return {
    app,
    window,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** In the page: gives it `bench.frameShown()`, the time once the next frame has been made. */
function watchFrames() {
  globalThis.bench = {
    frameShown: () =>
      new Promise((finish) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => finish(performance.now());
          port2.postMessage(null);
        }),
      ),
  };
}
