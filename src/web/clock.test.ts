import { afterEach, expect, test, vi } from 'vitest'
import { learnServerTime, nowMs } from './clock.ts'

const phone = Date.parse('2026-11-23T10:00:00Z')

afterEach(() => {
  learnServerTime('Mon, 23 Nov 2026 10:00:00 GMT')
  vi.useRealTimers()
})

test.each([
  ['Mon, 23 Nov 2026 13:00:00 GMT', 3 * 3_600_000],
  ['Mon, 23 Nov 2026 10:00:20 GMT', 0],
  ['nonsense', 0],
  [null, 0],
])('a server that says %s puts the clock ahead by %i ms', (header, aheadMs) => {
  vi.useFakeTimers({ now: phone })
  learnServerTime(header)
  expect(nowMs() - phone).toBe(aheadMs)
})
