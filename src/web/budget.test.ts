import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

// What a first visit loads as script, gzipped: the face's own chunks and those of the page it opens (docs/ARCHITECTURE.md, The faces).

const root = resolve(import.meta.dirname, '../..')
const dist = mkdtempSync(resolve(tmpdir(), 'linli-web-'))

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}
let chunks: Record<string, Chunk> = {}

// Always built anew, in a process of its own: a dist of yesterday proves nothing, and Vitest's NODE_ENV would bundle
// React's development code.
beforeAll(() => {
  const vite = resolve(root, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--outDir', dist, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  chunks = JSON.parse(readFileSync(resolve(dist, '.vite/manifest.json'), 'utf8'))
}, 120_000)

afterAll(() => rmSync(dist, { recursive: true, force: true }))

/** The chunk and all that it imports statically. */
function closure(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const imported of chunks[name]?.imports ?? []) closure(imported, seen)
  return seen
}

const code = (name: string): Buffer => readFileSync(resolve(dist, chunks[name]!.file))
const gzippedKb = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(code(name), { level: 9 }).length, 0) / 1024

/** A face's first load with its heaviest page, so that no page can be reached by link beyond the budget. */
function heaviestFirstLoad(entry: string): { names: Set<string>; kb: number } {
  const pages = chunks[entry]!.dynamicImports ?? []
  const loads = [...pages, entry].map((page) => new Set([...closure(entry), ...closure(page)]))
  return loads
    .map((names) => ({ names, kb: gzippedKb(names) }))
    .reduce((most, load) => (load.kb > most.kb ? load : most))
}

test.each([
  ['index.html', 150],
  ['field/index.html', 150],
  ['console/index.html', 500],
])('%s loads at most %i KB of script', (entry, mostKb) => {
  const { kb } = heaviestFirstLoad(entry)
  expect(kb).toBeGreaterThan(40)
  expect(kb).toBeLessThanOrEqual(mostKb)
})

test.each(['index.html', 'field/index.html'])('%s and its pages load nothing of antd', (entry) => {
  const pages = [entry, ...(chunks[entry]!.dynamicImports ?? [])]
  const reached = new Set(pages.flatMap((page) => [...closure(page)]))
  const withAntd = [...reached].filter((name) => code(name).includes('iconPrefixCls'))
  expect(withAntd).toEqual([])
})

test('the mark by which antd is known is in the console', () => {
  const names = [...closure('console/index.html')]
  expect(names.some((name) => code(name).includes('iconPrefixCls'))).toBe(true)
})

test.each(['index.html', 'field/index.html', 'console/index.html', 'kit/index.html'])(
  '%s holds no inline script, so that the content security policy can forbid them',
  (page) => {
    const html = readFileSync(resolve(dist, page), 'utf8')
    expect([...html.matchAll(/<script(?![^>]*\ssrc=)/g)]).toEqual([])
    expect(html).not.toMatch(/\son\w+=|<style/)
  },
)
