import { expect, test } from 'vitest';
import { closingLine, countPlaywright, countStep, countVitest } from './counts.mjs';

const suite = (status, ...tests) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });

test('a test file that cannot be loaded counts as one failed', () => {
  const report = {
    numPassedTests: 2,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [suite('passed', 'passed', 'pending'), suite('failed', 'passed', 'failed'), suite('failed')],
  };
  expect(countVitest(report)).toEqual({ passed: 2, failed: 2, skipped: 1 });
});

test('an error outside of any end-to-end test counts as one failed', () => {
  const report = {
    stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 0 },
    errors: [{ message: 'no tests found' }],
  };
  expect(countPlaywright(report)).toEqual({ passed: 6, failed: 3, skipped: 0 });
});

test('a run that wrote no report, or ran no test, is a failure', () => {
  expect(countStep(true, countVitest(undefined))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countStep(true, countPlaywright(undefined))).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a step without tests counts only when it fails', () => {
  expect(countStep(true, undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  expect(countStep(false, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a runner that fails although each test passed is a failure', () => {
  expect(countStep(false, { passed: 9, failed: 0, skipped: 0 })).toEqual({
    passed: 9,
    failed: 1,
    skipped: 0,
  });
});

test('the closing line sums the steps and tells of what was skipped only where something was', () => {
  const steps = [
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 4, failed: 2, skipped: 0 },
  ];
  expect(closingLine(steps)).toBe('7 passed, 2 failed');
  expect(closingLine([...steps, { passed: 0, failed: 0, skipped: 1 }])).toBe('7 passed, 2 failed, 1 skipped');
});
