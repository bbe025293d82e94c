import { runScript, setUpBuild, setUpRuntime } from './setup/setup.mjs';
import { runTour } from './tour/run-tour.mjs';

await runScript(async () => {
  await setUpRuntime();
  await setUpBuild();
  return runTour();
});
