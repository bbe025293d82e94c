import { defineConfig } from '@playwright/test';

// One worker and no retries: each test drives a real window, and one that passes at times is a fault to be found.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../test-results',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
