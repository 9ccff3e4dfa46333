import { expect, test } from 'vitest'
import { cut } from './pieces.ts'

const marked = (text: string, shared: readonly string[]) =>
  cut(text, shared)
    .map((piece) => (piece.shared ? `[${piece.text}]` : piece.text))
    .join('')

test.each([
  ['三楼楼道灯不亮', ['楼道灯', '不亮'], '三楼[楼道灯][不亮]'],
  ['楼道灯坏了', ['楼道', '楼道灯'], '[楼道灯]坏了'],
  ['什么也不像', [], '什么也不像'],
  ['a+b (c)', ['a+b', '(c)'], '[a+b] [(c)]'],
])('%j with %j is %j', (text, shared, said) => {
  expect(marked(text, shared)).toBe(said)
  expect(marked(text, shared).replace(/[[\]]/g, '')).toBe(text)
})
