import { expect, test } from 'vitest'
import { scriptBeyondFloor } from './script-floor.ts'
import { stylesBeyondFloor } from './style-floor.ts'

// Each line below is planted: what the oldest browsers lack must be seen, what they have must not.

test.each([
  ['list.at(-1)', '.at()'],
  ['list?.findLast?.((one) => one)', '.findLast()'],
  ['list["toSorted"]()', '.toSorted()'],
  ['element.checkVisibility()', '.checkVisibility()'],
  ['Object.hasOwn(a, "b")', 'Object.hasOwn'],
  ['const { hasOwn: has } = Object', 'Object.hasOwn'],
  ['Object.groupBy(a, b)', 'Object.groupBy'],
  ['structuredClone(a)', 'structuredClone'],
  ['window.structuredClone(a)', 'window.structuredClone'],
  ['requestIdleCallback(a)', 'requestIdleCallback'],
  ['crypto.randomUUID()', 'crypto.randomUUID'],
  ['AbortSignal.timeout(1000)', 'AbortSignal.timeout'],
  ['new WeakRef(a)', 'WeakRef'],
  ['new Intl.Segmenter("zh")', 'Intl.Segmenter'],
  ['new Intl.DateTimeFormat("zh", { dateStyle: "full" })', '{dateStyle}'],
  ['Temporal.Now.instant()', 'Temporal'],
  ['a.match(/(?<=b)c/)', 'syntax lookbehind'],
  ['new RegExp("(?<!b)c")', 'syntax lookbehind'],
  ['new RegExp(a, "dg")', 'syntax flag d'],
  ['export * as a from "./a.js"', 'syntax export * as'],
])('%s is seen', (code, finding) => expect(scriptBeyondFloor(code)).toContain(finding))

test.each([
  ['class A { static { b() } }'],
  ['class A { #b() {} }'],
  ['class A { b = 1 }'],
  ['await a'],
  ['/a/v'],
  ['/a/d'],
])('%s is not even parsed', (code) => expect(() => scriptBeyondFloor(code)).toThrow(SyntaxError))

test.each([
  ['a ??= b?.c ?? 1_000'],
  ['text.replaceAll("a", "b").padStart(2)'],
  ['Promise.allSettled(a).then((b) => b.flatMap((c) => c))'],
  ['/(?<year>\\d+)/u.test(a)'],
  ['if (typeof structuredClone === "function") a()'],
  ['function structuredClone() {} structuredClone()'],
  ['const Intl = a; Intl.Segmenter'],
  ['element.replaceChildren(a); element.closest("b")'],
  ['new Intl.DateTimeFormat("zh", { timeZone: "Asia/Shanghai", hour12: false })'],
])('%s is had', (code) => expect(scriptBeyondFloor(code)).toEqual([]))

test.each([
  ['.a{aspect-ratio:1}', 'aspect-ratio'],
  ['.a{inset:0}', 'inset'],
  ['.a{display:flex;gap:8px}', 'gap outside a grid'],
  ['@media print{.a{row-gap:8px}}', 'gap outside a grid'],
  ['.a:has(b){top:0}', ':has'],
  ['.a:focus-visible{top:0}', ':focus-visible'],
  ['.a:is(b){top:0}', ':is'],
  ['.a{height:100dvh}', 'dvh'],
  ['.a{width:calc(10cqw - 1px)}', 'cqw'],
  ['.a{color:color-mix(in srgb,red,blue)}', 'color-mix()'],
  ['.a{color:oklch(50% 0 0)}', 'oklch()'],
  ['@container (min-width:10px){.a{top:0}}', '@container'],
  ['@layer a{.a{top:0}}', '@layer'],
  ['@layer a;', '@layer'],
  ['@media (width>=600px){.a{top:0}}', '@media range'],
  ['.a{.b{top:0}}', 'nesting'],
  ['.a{top:0;&:hover{top:1px}}', 'nesting'],
  ['.a{overflow:clip}', 'overflow: clip'],
  ['.a{user-select:none}', 'user-select'],
])('%s is seen', (css, finding) => expect(stylesBeyondFloor(css)).toContain(finding))

test.each([
  ['.a{display:grid;gap:8px;grid-template-columns:repeat(2,minmax(0,1fr))}'],
  ['@supports (aspect-ratio:1){.a{aspect-ratio:1}}'],
  ['@supports selector(:focus-visible){.a:focus-visible{top:0}}'],
  ['.a{-webkit-user-select:none;user-select:none}'],
  ['.a::before{content:"aspect-ratio:1;:has(b)"}'],
  ['/* gap: 8px */.a{width:min(100%,30em);cursor:pointer}'],
  ['@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--ink:#fff}}'],
  ['@keyframes a{from{top:0}to{top:1px}}'],
])('%s is had', (css) => expect(stylesBeyondFloor(css)).toEqual([]))
