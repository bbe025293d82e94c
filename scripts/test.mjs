import { runSteps } from './check/run-steps.mjs';
import { checkSteps, endToEndStep } from './check/steps.mjs';
import { ensureBuild } from './setup/build.mjs';
import { runScript, setUpRuntime } from './setup/setup.mjs';

/** Without a build there is nothing to drive, so it belongs to the end-to-end tests. */
const endToEnd = {
  name: endToEndStep.name,
  run: async () => {
    await ensureBuild((what) => console.log(`  build: ${what}`));
    return endToEndStep.run();
  },
};

await runScript(async () => {
  await setUpRuntime();
  return runSteps([...checkSteps, endToEnd]);
});
