import { afterEach, expect, test, vi } from 'vitest'
import { keep } from '../keep.ts'
import { keepDraft, keptDraft } from './draft.ts'

const monday = Date.parse('2026-11-23T10:00:00Z')
const DAY_MS = 86_400_000

afterEach(() => vi.useRealTimers())

test.each([
  [0, true],
  [7 * DAY_MS - 1, true],
  [7 * DAY_MS, false],
])('a draft after %i ms is still there: %s', (laterMs, isKept) => {
  vi.useFakeTimers({ now: monday })
  keepDraft('report', { words: '三楼的灯不亮' })
  vi.setSystemTime(monday + laterMs)
  expect(keptDraft('report')).toEqual(isKept ? { words: '三楼的灯不亮' } : null)
})

test.each(['{"savedAtMs":', 'null', '"text"'])(
  'a draft cut short or of another making (%s) is none',
  (text) => {
    keep('linli.draft.report', text)
    expect(keptDraft('report')).toBeNull()
  },
)

test('a form’s draft is its own', () => {
  keepDraft('report', { words: 'a' })
  expect(keptDraft('visit')).toBeNull()
})
