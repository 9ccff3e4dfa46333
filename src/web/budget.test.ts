import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { builtPages } from '../testing/built-pages.ts'

// What a first visit loads as script, gzipped: the face's own chunks, those of the page it opens, and the words of one
// language (docs/ARCHITECTURE.md, The faces).

const pages = builtPages()

const code = (name: string): string => pages.text(pages.chunk(name).file)
const gzippedKb = (names: Iterable<string>): number => {
  const files = new Set([...names].map((name) => pages.chunk(name).file))
  return [...files].reduce((sum, file) => sum + gzipSync(pages.text(file), { level: 9 }).length, 0) / 1024
}

/** The console holds both, so they are chunks that faces share. */
const words = ['zh', 'en']

/** A face's first load with its heaviest page, so that no page can be reached by link beyond the budget. */
function heaviestFirstLoad(entry: string): number {
  const opened = [...(pages.chunk(entry).dynamicImports ?? []), entry]
  const loads = opened.flatMap((page) => words.map((language) => [entry, page, language]))
  return Math.max(
    ...loads.map((names) => gzippedKb(new Set(names.flatMap((name) => [...pages.closure(name)])))),
  )
}

test.each([
  ['index.html', 150],
  ['field/index.html', 150],
  ['console/index.html', 500],
  ['screen/index.html', 500],
])('%s loads at most %i KB of script', (entry, mostKb) => {
  const kb = heaviestFirstLoad(entry)
  expect(kb).toBeGreaterThan(40)
  expect(kb).toBeLessThanOrEqual(mostKb)
})

test.each(['index.html', 'field/index.html'])('%s and its pages load nothing of antd', (entry) => {
  const opened = [entry, ...(pages.chunk(entry).dynamicImports ?? [])]
  const reached = new Set(opened.flatMap((page) => [...pages.closure(page)]))
  const withAntd = [...reached].filter((name) => code(name).includes('iconPrefixCls'))
  expect(withAntd).toEqual([])
})

test('the mark by which antd is known is in the console', () => {
  const names = [...pages.closure('console/index.html')]
  expect(names.some((name) => code(name).includes('iconPrefixCls'))).toBe(true)
})

test('no page holds an inline script, so that the content security policy can forbid them', () => {
  const built = pages.files('.html')
  expect(built).toEqual(expect.arrayContaining(['index.html', 'report/index.html', 'field/index.html']))
  for (const page of built) {
    const html = pages.text(page)
    expect([...html.matchAll(/<script(?![^>]*\ssrc=)/g)], page).toEqual([])
    expect(html, page).not.toMatch(/\son\w+=|<style/)
  }
})
