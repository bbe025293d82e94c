import { runSteps } from './check/run-steps.mjs';
import { checkSteps, endToEndStep } from './check/steps.mjs';
import { ensureBuild } from './setup/build.mjs';
import { runScript, setUpMediaPrograms, setUpRuntime } from './setup/setup.mjs';

let isBuilt = false;

const buildStep = {
  name: 'build',
  run: async () => {
    await ensureBuild((what) => console.log(`  build: ${what}`));
    isBuilt = true;
    return { succeeded: true, output: '' };
  },
};

const endToEndOfBuild = {
  name: endToEndStep.name,
  run: async () =>
    isBuilt ? endToEndStep.run() : { succeeded: false, output: 'Not run: the program did not build.' },
};

await runScript(async () => {
  await setUpRuntime();
  await setUpMediaPrograms();
  return runSteps([...checkSteps, buildStep, endToEndOfBuild]);
});
