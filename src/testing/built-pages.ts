import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** A file that was built, with what it imports (Vite's manifest). */
interface Chunk {
  readonly file: string
  readonly name?: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

export interface BuiltPages {
  /** By its source as in portal/pages/home.tsx; a chunk that several share, by its own name as in base. */
  readonly chunk: (name: string) => Chunk
  /** The chunk of that name and all that it imports statically, by name. */
  readonly closure: (name: string) => ReadonlySet<string>
  /** A built file, by its path as in assets/portal-Ab12.js. */
  readonly text: (file: string) => string
  /** The built files whose name ends so, by path. */
  readonly files: (end: string) => readonly string[]
}

/**
 * The pages as they are served, for all tests of the file that calls it. Always built anew, in a process of its own:
 * a dist of yesterday proves nothing, and Vitest's NODE_ENV would bundle React's development code.
 */
export function builtPages(): BuiltPages {
  const root = resolve(import.meta.dirname, '../..')
  const dist = mkdtempSync(join(tmpdir(), 'linli-web-'))
  let chunks: Readonly<Record<string, Chunk>> = {}
  let all: readonly string[] = []
  beforeAll(() => {
    const vite = resolve(root, 'node_modules/vite/bin/vite.js')
    const options = ['--mode', 'bare', '--outDir', dist, '--emptyOutDir', '--logLevel', 'error']
    execFileSync(process.execPath, [vite, 'build', ...options], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    })
    chunks = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
    all = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  }, 120_000)
  afterAll(() => rmSync(dist, { recursive: true, force: true }))
  const chunk = (name: string): Chunk => {
    const found = chunks[name] ?? Object.values(chunks).find((shared) => shared.name === name)
    if (found === undefined) throw new Error(`nothing was built of ${name}`)
    return found
  }
  const closure = (name: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (seen.has(name)) return seen
    seen.add(name)
    for (const imported of chunk(name).imports ?? []) closure(imported, seen)
    return seen
  }
  return {
    chunk,
    closure: (name) => closure(name),
    text: (file) => readFileSync(join(dist, file), 'utf8'),
    files: (end) => all.filter((file) => file.endsWith(end)),
  }
}
