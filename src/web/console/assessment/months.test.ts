import { expect, test } from 'vitest'
import { consoleWords } from '../../words/console.ts'
import { monthsFrom, sayMonth, shareOf, tenths } from './months.ts'

test('months go back and on over the end of a year', () => {
  expect(monthsFrom('2026-02', 4, -1)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
  expect(monthsFrom('2026-12', 2, 1)).toEqual(['2026-12', '2027-01'])
})

test('months and shares are said as people say them', () => {
  expect(sayMonth(consoleWords.zh, '2026-02')).toBe('2026年2月')
  expect(sayMonth(consoleWords.en, '2026-12')).toBe('December 2026')
  expect([shareOf(2, 3), shareOf(5, 5), tenths(875)]).toEqual(['66.7', '100', '87.5'])
})
