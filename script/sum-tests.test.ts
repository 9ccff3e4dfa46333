import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('./sum-tests.ts', import.meta.url))

const report = (passed: number, failed: number, filesNotLoaded = 0) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    testResults: [
      { status: failed ? 'failed' : 'passed', assertionResults: [{}] },
      ...Array.from({ length: filesNotLoaded }, () => ({ status: 'failed', assertionResults: [] })),
    ],
  })

function sum(files: Record<string, string>): { lastLine: string; exitCode: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'linli-sum-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const { stdout, status } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return { lastLine: stdout.trimEnd().split('\n').at(-1)!, exitCode: status }
}

test.each([
  [
    'all passed',
    { 'check.exit': '0\n', 'unit.exit': '0\n', 'unit.json': report(12, 0) },
    '13 passed, 0 failed',
    0,
  ],
  [
    'check failed',
    { 'check.exit': '1\n', 'unit.exit': '0\n', 'unit.json': report(12, 0) },
    '12 passed, 1 failed',
    1,
  ],
  ['tests failed', { 'unit.exit': '1\n', 'unit.json': report(10, 2) }, '10 passed, 2 failed', 1],
  ['a file did not load', { 'unit.exit': '1\n', 'unit.json': report(10, 2, 1) }, '10 passed, 3 failed', 1],
  [
    'an error outside the tests',
    { 'unit.exit': '1\n', 'unit.json': report(12, 0) },
    '12 passed, 1 failed',
    1,
  ],
  ['a step died before its report', { 'unit.exit': '137\n' }, '0 passed, 1 failed', 1],
  ['nothing ran', {}, '0 passed, 0 failed', 1],
] as const)('%s', (_what, files, lastLine, exitCode) => {
  expect(sum(files)).toEqual({ lastLine, exitCode })
})
