import { expect, test } from 'vitest'
import { announcedYearsOf, seededCalendarDays } from './calendar-years.ts'

const days = await seededCalendarDays()
const kindOf = new Map(days.map(({ day, kind }) => [day, kind]))

/** Days that a weekday alone would get wrong; those of 2015 and 2020 were set by special notice. */
test.each([
  ['2011-12-31', 'workday'],
  ['2015-09-03', 'holiday'],
  ['2018-12-31', 'holiday'],
  ['2020-01-31', 'holiday'],
  ['2025-10-08', 'holiday'],
  ['2025-10-11', 'workday'],
  ['2026-02-14', 'workday'],
  ['2026-02-23', 'holiday'],
  ['2026-09-20', 'workday'],
  ['2026-10-07', 'holiday'],
  ['2026-10-08', undefined],
  ['2026-10-10', 'workday'],
])('%s is a %s', (day, kind) => expect(kindOf.get(day)).toBe(kind))

test('each day stands once, in order, with its Chinese name', () => {
  expect(days.map(({ day }) => day)).toEqual([...kindOf.keys()].sort())
  expect(days.find(({ day }) => day === '2026-10-10')).toEqual({
    day: '2026-10-10',
    kind: 'workday',
    name: '国庆节',
  })
})

test('only a weekend is made up for', () => {
  const onWeekdays = days.filter(
    ({ day, kind }) => kind === 'workday' && Temporal.PlainDate.from(day).dayOfWeek < 6,
  )
  expect(onWeekdays).toEqual([])
})

test('the years with a notice follow one another without a gap; the year after has none', () => {
  const years = [...announcedYearsOf(days)].sort()
  expect(years[0]).toBeLessThanOrEqual(2011)
  expect(years.at(-1)).toBeGreaterThanOrEqual(2026)
  expect(years).toEqual(years.map((_, i) => years[0]! + i))
})

test('New Year rows of the year beside announce nothing', () => {
  expect(
    announcedYearsOf([
      { day: '2026-12-31', kind: 'workday' },
      { day: '2027-01-01', kind: 'holiday' },
    ]).size,
  ).toBe(0)
  expect(announcedYearsOf([{ day: '2027-10-01', kind: 'holiday' }])).toEqual(new Set([2027]))
})
