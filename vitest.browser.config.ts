import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/testing/browser/**/*.test.ts'],
    globalSetup: 'src/testing/global-setup.ts',
    pool: 'forks',
    // One browser for each core of the machine that Linli promises to be tested on: alone, one waits half of its time.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
