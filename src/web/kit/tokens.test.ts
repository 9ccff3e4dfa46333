import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The colours of the nth block that declares a colour scheme: light, dark of the machine, dark of the reader. */
function coloursOf(nth: number): Record<string, string> {
  const block = css.split(/\n\s+color-scheme: /)[nth + 1]!.split('}')[0]!
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, value]) => [name!, value!]),
  )
}

const themes = { light: coloursOf(0), dark: coloursOf(1) }

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter! + 0.05) / (darker! + 0.05)
}

const text: [string, string][] = [
  ['ink', 'paper'],
  ['ink', 'ground'],
  ['soft', 'paper'],
  ['soft', 'ground'],
  ['faint', 'paper'],
  ['accent', 'paper'],
  ['accent', 'ground'],
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['soft', 'accent-soft'],
  ['on-accent', 'accent'],
  ['go-ink', 'go-bg'],
  ['soon-ink', 'soon-bg'],
  ['late-ink', 'late-bg'],
  ['late-ink', 'paper'],
  ['late-ink', 'ground'],
  ['rest-ink', 'rest-bg'],
  ['faint', 'ground'],
  ['late-ink', 'accent-soft'],
  ['paper', 'ink'],
]
const shapes: [string, string][] = [
  ['edge', 'paper'],
  ['edge', 'ground'],
  ['go', 'go-bg'],
  ['soon', 'soon-bg'],
  ['late', 'late-bg'],
  ['late', 'paper'],
  ['soon', 'paper'],
  ['accent', 'ground'],
  ['bar-over', 'paper'],
  ['bar-handling', 'paper'],
]

test.each(['light', 'dark'] as const)(
  '%s: text stands out 4.5 to 1, shapes and edges 3 to 1 (WCAG 2.2 AA)',
  (theme) => {
    const colours = themes[theme]
    const low = (pairs: [string, string][], least: number) =>
      pairs
        .map(
          ([front, back]) =>
            [front, back, Number(contrast(colours[front]!, colours[back]!).toFixed(2))] as const,
        )
        .filter(([, , ratio]) => !(ratio >= least))
    expect(low(text, 4.5)).toEqual([])
    expect(low(shapes, 3)).toEqual([])
  },
)

test('every colour has its dark, and both darks are the same', () => {
  expect(Object.keys(themes.dark).sort()).toEqual(Object.keys(themes.light).sort())
  expect(coloursOf(2)).toEqual(themes.dark)
})
