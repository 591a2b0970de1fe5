import { defineConfig } from 'vitest/config';

/** `npm run proofs`: what takes too long for every `npm test`: sweeps, outages of a minute, races of a hundred rounds. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export.
export default defineConfig({
  test: {
    include: ['tests/proofs/**/*.test.ts'],
    globalSetup: ['tests/support/postgres-once.ts'],
    env: { TRANSPORT: 'socket' },
    testTimeout: 600_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    // Outages of a minute are waited for side by side.
    maxConcurrency: 20,
  },
});
