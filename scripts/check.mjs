import { runSteps } from './check/run-steps.mjs';
import { checkSteps } from './check/steps.mjs';
import { runScript, setUpPackages } from './setup/setup.mjs';

await runScript(async () => {
  await setUpPackages();
  return runSteps(checkSteps);
});
