/**
 * Sums what `script/test` ran: `node script/sum-tests.ts FOLDER`. A step leaves `NAME.exit` (its exit code)
 * there and, when it is Vitest, `NAME.json`. The last line is `N passed, N failed`; a failure exits with 1.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

interface Sum {
  readonly passed: number
  readonly failed: number
}

const folder = process.argv[2]!
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.exit') ? [file.slice(0, -5)] : []))
const sums = names.map((name) => ({ name, ...sumOf(name) }))
for (const { name, passed, failed } of sums) console.log(`${name}: ${passed} passed, ${failed} failed`)

const total = (of: keyof Sum): number => sums.reduce((sum, step) => sum + step[of], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') === 0 && sums.length > 0 ? 0 : 1

/** A step without a report counts as one. A step that failed never counts as less than one failure. */
function sumOf(name: string): Sum {
  const hasFailed = readFileSync(join(folder, `${name}.exit`), 'utf8').trim() !== '0'
  const report = readReport(name)
  if (report === null) return hasFailed ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 }
  const filesNotLoaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + filesNotLoaded
  return { passed: report.numPassedTests, failed: hasFailed ? Math.max(1, failed) : failed }
}

function readReport(name: string): z.infer<typeof Report> | null {
  if (!readdirSync(folder).includes(`${name}.json`)) return null
  return Report.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
}
