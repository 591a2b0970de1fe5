import { defineConfig } from 'vitest/config';

/** `npm run test:browser`: the sandbox's page in Chromium, acted on by people. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export.
export default defineConfig({
  test: { include: ['tests/browser/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 60_000, maxWorkers: 2 },
});
