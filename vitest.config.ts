import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/temporary-folder.ts',
    setupFiles: ['tests/setup.ts'],
    // A hung test must not eat CI's time; the slow ones (the tarball's) say their own limit.
    testTimeout: 60_000,
    // In CI the result is also kept as data: .ci/run takes its last line from there.
    reporters: process.env.CI ? ['default', 'json'] : ['default'],
    outputFile: { json: 'node_modules/.vitest/results.json' },
  },
});
