import { runSteps } from './check/run-steps.mjs';
import { checkSteps } from './check/steps.mjs';
import { runScript, setUpMediaPrograms, setUpPackages } from './setup/setup.mjs';

await runScript(async () => {
  await setUpPackages();
  await setUpMediaPrograms();
  return runSteps(checkSteps);
});
