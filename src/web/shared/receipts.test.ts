import { expect, test } from 'vitest'
import { tidyCode } from './receipts.ts'

test.each([
  ['8f3k27qdm1xz', '8F3K-27QD-M1XZ'],
  [' 8F3K-27QD-M1XZ\n', '8F3K-27QD-M1XZ'],
  ['8f3k 27qd', '8F3K-27QD'],
  ['8f3k2', '8F3K-2'],
  ['回执码：', ''],
])('%j is read as %j', (typed, code) => {
  expect(tidyCode(typed)).toBe(code)
})
