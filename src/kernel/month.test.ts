import { expect, test } from 'vitest'
import { monthDays, monthSpan } from './month.ts'

test('a month ends where the next begins, in the year after too, and by local midnight', () => {
  expect(monthDays('2026-12')).toEqual({ from: '2026-12-01', until: '2027-01-01' })
  const { from, until } = monthSpan('2026-02', 'Asia/Shanghai')
  expect([`${from}`, `${until}`]).toEqual(['2026-01-31T16:00:00Z', '2026-02-28T16:00:00Z'])
})
