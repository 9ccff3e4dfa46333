import type { Identifier as Entry } from '@mdn/browser-compat-data/types'
import { isHadWhereMeant as isHad, known } from './floor.ts'

const { properties, selectors, types } = known.css as unknown as Record<string, Entry>
const atRules = known.css['at-rules'] as Entry

/**
 * What a built style sheet asks of a browser that the oldest ones lack: `aspect-ratio`, `display: grid-lanes`, `dvh`,
 * `color-mix()`, `:has`, `@container`, `gap outside a grid`, `nesting`. Rules inside `@supports` are passed over: they
 * ask first. Each finding once.
 */
export function stylesBeyondFloor(css: string): readonly string[] {
  const asked = new Set<string>()
  for (const rule of rulesOf(css)) for (const finding of askedBy(rule)) asked.add(finding)
  return [...asked].sort()
}

interface Rule {
  /** Selector or at-rule, with those around it before it. */
  readonly preludes: readonly string[]
  readonly declarations: readonly (readonly [property: string, value: string])[]
}

/** Reads a sheet as far as the question needs it: strings and comments hold nothing that a browser could lack. */
function* rulesOf(css: string): Generator<Rule> {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '""')
  const open: { prelude: string; declarations: [string, string][] }[] = []
  for (const [, text = '', end] of bare.matchAll(/([^{};]*)([{};])/g)) {
    const said = text.trim()
    if (end === '{') {
      open.push({ prelude: said, declarations: [] })
      continue
    }
    const around = open.at(-1)
    const colon = said.indexOf(':')
    if (said.startsWith('@')) yield { preludes: [said], declarations: [] }
    else if (colon > 0 && around)
      around.declarations.push([said.slice(0, colon).trim(), said.slice(colon + 1).trim()])
    if (end === '}' && around) {
      yield { preludes: open.map(({ prelude }) => prelude), declarations: around.declarations }
      open.pop()
    }
  }
}

function* askedBy({ preludes, declarations }: Rule): Generator<string> {
  if (preludes.some((prelude) => prelude.startsWith('@supports'))) return
  const isKeyframe = preludes.some((prelude) => /^@(-webkit-)?keyframes/.test(prelude))
  if (!isKeyframe && preludes.filter((prelude) => !prelude.startsWith('@')).length > 1) yield 'nesting'
  const prelude = preludes.at(-1) ?? ''
  if (prelude.startsWith('@')) yield* askedByAtRule(prelude)
  else
    for (const [, name = ''] of prelude.matchAll(/::?([a-z-]+)/g))
      if (!isHad(selectors?.[name])) yield `:${name}`
  const said = Object.fromEntries(declarations)
  // Beside the name that older browsers give it, the new one only waits for them.
  for (const [property, value] of declarations)
    if (!(`-webkit-${property}` in said)) yield* askedByDeclaration(property, value)
  const isGrid = /grid/.test(said.display ?? '') || said.columns || said['column-count']
  if (!isGrid && ('gap' in said || 'row-gap' in said || 'column-gap' in said)) yield 'gap outside a grid'
}

function* askedByAtRule(prelude: string): Generator<string> {
  const name = /^@([a-z-]+)/.exec(prelude)?.[1] ?? ''
  const rule = atRules[name]
  if (!isHad(rule)) yield `@${name}`
  if (name !== 'media') return
  if (/[<>]/.test(prelude)) yield '@media range'
  for (const [, feature = ''] of prelude.matchAll(/\(\s*([a-z-]+)/g))
    if (!isHad(rule?.[feature])) yield `(${feature})`
}

function* askedByDeclaration(property: string, value: string): Generator<string> {
  if (property.startsWith('--') || !/^[a-z]/.test(property)) return
  const entry = properties?.[property]
  if (!isHad(entry)) yield property
  for (const [, word = '', isFunction] of value.matchAll(/(?<![\w.#-])([a-z][\w-]*)(\(?)/g)) {
    if (isFunction) {
      if (!isHad(types?.[word] ?? types?.color?.[word])) yield `${word}()`
    } else if (!isHad(entry?.[word])) yield `${property}: ${word}`
  }
  for (const [, unit = ''] of value.matchAll(/(?<![\w#-])-?[\d.]+([a-z]+)/g))
    if (newUnits.test(unit)) yield unit
}

/** Units of the small, large and moving window (Chrome 108, Safari 15.4), of containers (105, 16) and of lines (109, 16.4). */
const newUnits = /^([sld]v(w|h|i|b|min|max)|cq(w|h|i|b|min|max)|r?lh)$/
