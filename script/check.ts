/**
 * What can be said of the code without running it: `npm run check`. Each step is told with its time; all failures
 * are shown, and any of them exits with 1. The house's own rules (src/testing/*.test.ts) run with the other tests.
 */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** What a step that ended well must have said; silence can mean that it looked at nothing. */
  readonly proof?: (said: string) => boolean
}

const root = resolve(import.meta.dirname, '..')
const bin = resolve(root, 'node_modules/.bin')

/** Beside TypeScript 7 dependency-cruiser finds no module and reports a house in order. */
const sawTheHouse = (said: string): boolean => Number(/\((\d+) modules/.exec(said)?.[1] ?? 0) > 100

const steps: readonly Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'style', command: ['biome', 'check', '--error-on-warnings', '--max-diagnostics=50'] },
  {
    name: 'walls',
    command: ['depcruise', 'src', 'script', '--config', '.dependency-cruiser.cjs'],
    proof: sawTheHouse,
  },
  { name: 'nothing unused', command: ['knip', '--no-progress'] },
  { name: 'generated files', command: ['node', 'script/generate.ts', '--check'] },
]

const failures: string[] = []
for (const step of steps) {
  const startedAtMs = performance.now()
  const { code, said } = await run(step.command)
  const good = code === 0 && (step.proof?.(said) ?? true)
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1)
  console.log(`${good ? 'ok    ' : 'failed'} ${step.name.padEnd(16)} ${seconds.padStart(5)} s`)
  if (!good) failures.push(`== ${step.name}: ${step.command.join(' ')}\n${said.trim()}`)
}
for (const failure of failures) console.error(`\n${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0

function run([command, ...options]: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((done, fail) => {
    const environment = {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      NO_COLOR: '1',
      FORCE_COLOR: '0',
    }
    const child = spawn(command!, options, { cwd: root, env: environment })
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('error', fail)
    child.once('close', (code) => done({ code, said }))
  })
}
