import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/testing/browser/**/*.test.ts'],
    globalSetup: 'src/testing/global-setup.ts',
    pool: 'forks',
    // One browser at a time: two would wait for each other and make a slow machine fail.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
