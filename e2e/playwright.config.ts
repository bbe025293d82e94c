import { defineConfig } from '@playwright/test';
import { hasDisplay } from '../scripts/setup/display.mjs';

// No retries: a test that passes at times is a fault to be found. On a person's own screen one window at a time; where
// there is none, each worker has a virtual screen of its own.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../test-results',
  workers: hasDisplay() ? 1 : 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
