import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'script/**/*.test.ts'],
    exclude: ['src/testing/browser/**', '**/node_modules/**'],
    globalSetup: 'src/testing/global-setup.ts',
    pool: 'forks',
    // Two cores is the machine that Linli promises to be tested on; PostgreSQL needs its part.
    maxWorkers: 2,
    // A worker keeps what it has loaded from file to file: loading the house anew for each took half of the time.
    // So no test leaves the process changed behind it.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
