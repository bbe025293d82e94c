import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,scripts}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
    // A loaded machine is slow, not wrong.
    testTimeout: 60_000,
  },
});
