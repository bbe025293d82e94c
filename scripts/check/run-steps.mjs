import { SetupFailure } from '../setup/failure.mjs';
import { formatElapsed, step } from '../setup/progress.mjs';
import { closingLine, countStep } from './counts.mjs';

class StepFailure extends Error {}

/**
 * Runs all steps, whatever becomes of each, shows the output of those that fail, and ends with a table and the
 * closing line.
 *
 * @param {readonly import('./steps.mjs').Step[]} steps
 * @returns {Promise<number>} the exit status: 0 when nothing failed and at least one test ran
 */
export async function runSteps(steps) {
  const results = [];
  for (const each of steps) results.push(await runStep(each));
  console.log(`\n${table(results)}\n`);
  console.log(closingLine(results.map(({ counts }) => counts)));
  return results.every(({ counts }) => counts.failed === 0) ? 0 : 1;
}

async function runStep({ name, run }) {
  const startedMs = performance.now();
  let counts = countStep(false, undefined);
  try {
    await step(name, async (working) => {
      working('running');
      const { succeeded, output, tests } = await run();
      counts = countStep(succeeded, tests);
      if (counts.failed > 0) throw new StepFailure(output.trim() || 'No test ran.');
    });
  } catch (error) {
    if (error instanceof SetupFailure) console.log(`${error.message}\n${error.nextStep}`);
    else if (error instanceof StepFailure) console.log(error.message);
    else console.log(error);
  }
  return { name, counts, elapsedMs: performance.now() - startedMs };
}

function table(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results
    .map(({ name, counts, elapsedMs }) => {
      const verdict = counts.failed > 0 ? 'failed' : 'passed';
      const tests = counts.passed > 0 ? `  ${closingLine([counts])}` : '';
      return `${name.padEnd(width)}  ${verdict}  ${formatElapsed(elapsedMs).padStart(11)}${tests}`;
    })
    .join('\n');
}
