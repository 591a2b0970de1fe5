import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/proofs/**', 'tests/browser/**'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Stories wait for Slack more than they work.
    maxWorkers: 3,
  },
});
