import { expect, test } from 'vitest'
import { leastIdAt, newId } from '../../kernel/ids.ts'
import { madeAtMs, windowMarks, windowsBack } from './windows.rule.ts'

const nowMs = Temporal.Instant.from('2026-11-18T02:00:00Z').epochMilliseconds
const hourMs = 3_600_000

test('an id tells when it was made', () => {
  expect(madeAtMs(newId(nowMs))).toBe(nowMs)
})

test('the walk back meets every moment once, in the window that its case carries', () => {
  const windows = [...windowsBack(nowMs, 0)]
  expect(windows.length).toBeLessThan(12)
  for (const hoursBack of [0, 1, 5, 9, 30, 70, 400, 5000, 40_000, 400_000]) {
    const atMs = nowMs - hoursBack * hourMs
    const id = newId(atMs)
    const marks = windowMarks(atMs)
    const first = windows.findIndex((window) => id >= window.leastId)
    expect(first).toBeGreaterThanOrEqual(0)
    expect(marks).toContain(windows[first]!.mark)
  }
})

test('it widens, and ends where it is told', () => {
  const untilMs = nowMs - 20 * 24 * hourMs
  const windows = [...windowsBack(nowMs, untilMs)]
  const starts = windows.map(({ leastId }) => madeAtMs(leastId))
  expect(starts).toEqual([...starts].sort((a, b) => b - a))
  expect(starts.at(-1)).toBeLessThanOrEqual(untilMs)
  expect(starts.at(-2)).toBeGreaterThan(untilMs)
  expect(windows.at(-1)!.leastId <= leastIdAt(untilMs)).toBe(true)
})

test('who finds enough in one window has another of the same length, and every moment is met', () => {
  const spans = [...windowsBack(nowMs, nowMs - 24 * hourMs, () => false)].map(({ leastId }) =>
    madeAtMs(leastId),
  )
  expect(spans.length).toBeGreaterThan(2)
  for (const [at, begin] of spans.entries()) if (at > 0) expect(spans[at - 1]! - begin).toBe(8 * hourMs)
  expect(spans.at(-1)).toBeLessThanOrEqual(nowMs - 24 * hourMs)
})
