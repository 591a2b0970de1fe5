import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/proofs/**', 'tests/browser/**'],
    globalSetup: ['tests/support/build-once.ts', 'tests/support/postgres-once.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Long stories are told over sockets by the proofs (tests/support/transports.ts).
    env: { TRANSPORT: 'http' },
    // Four processes run all files between them: loading the product and opening its fonts for every file again took as
    // long as half of the tests.
    isolate: false,
    // Stories wait for Slack more than they work.
    maxWorkers: 4,
  },
});
