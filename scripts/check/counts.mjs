/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/**
 * Counts the tests of a Vitest run; a file that could not even be loaded counts as one failed.
 *
 * @param {any} report what Vitest's JSON reporter wrote, undefined when it wrote nothing
 * @returns {Counts}
 */
export function countVitest(report) {
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts the tests of a Playwright run; an error outside of any test counts as one failed.
 *
 * @param {any} report what Playwright's JSON reporter wrote, undefined when it wrote nothing
 * @returns {Counts}
 */
export function countPlaywright(report) {
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/**
 * What one step adds to the counts. A step that failed without a failed test, or that ran no test where it should
 * have, counts as one failed.
 *
 * @param {boolean} succeeded
 * @param {Counts | undefined} tests undefined for a step that has no tests
 * @returns {Counts}
 */
export function countStep(succeeded, tests) {
  const counts = tests ?? { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = tests !== undefined && tests.passed + tests.failed === 0;
  return counts.failed === 0 && (!succeeded || ranNothing) ? { ...counts, failed: 1 } : counts;
}

/**
 * The closing line: `N passed, N failed`, and what was skipped where something was.
 *
 * @param {readonly Counts[]} all
 */
export function closingLine(all) {
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
