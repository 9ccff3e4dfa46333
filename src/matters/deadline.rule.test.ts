import { expect, test } from 'vitest'
import { workCalendar } from '../kernel/calendar.ts'
import { announcedYearsOf, seededCalendarDays } from './calendar-years.ts'
import { deadlineFor, measureOf } from './deadline.rule.ts'

const timeZone = 'Asia/Shanghai'
const days = (await seededCalendarDays()).filter(({ day }) => day < '2027')
const calendar = workCalendar({
  timeZone,
  hours: [
    {
      validFrom: '2000-01-01',
      spans: [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '17:30' },
      ],
    },
  ],
  days: new Map(days.map(({ day, kind }) => [day, kind])),
  announcedYears: announcedYearsOf(days),
})

test.each([
  [2, 'working_hour', '2026-09-30T16:30', '2026-10-08T10:00', false, 'over National Day 2026'],
  [1, 'working_hour', '2026-09-30T17:59', '2026-10-08T10:00', false, 'reported at 17:59'],
  [4, 'working_hour', '2026-09-30T13:30', '2026-09-30T17:30', false, 'the exact closing moment'],
  [
    2,
    'working_hour',
    '2026-05-08T20:00',
    '2026-05-09T11:00',
    false,
    'Friday evening before a Saturday made up',
  ],
  [2, 'working_hour', '2026-05-15T20:00', '2026-05-18T11:00', false, 'Friday evening before a plain weekend'],
  [1, 'working_day', '2026-09-30T17:59', '2026-10-08T17:30', false, 'the day of the start is not counted'],
  [3, 'working_day', '2026-09-30T00:00', '2026-10-10T17:30', false, 'with a Saturday made up'],
  [5, 'working_day', '2026-02-13T10:00', '2026-02-27T17:30', false, 'over Spring Festival 2026'],
  [
    1,
    'working_day',
    '2018-12-28T10:00',
    '2018-12-29T17:30',
    false,
    'a December Saturday of the notice for 2019',
  ],
  [2, 'working_day', '2018-12-28T10:00', '2019-01-02T17:30', false, 'over New Year 2019'],
  [24, 'clock_hour', '2026-10-09T17:59', '2026-10-10T17:59', false, 'a day and night'],
  [24, 'clock_hour', '2026-10-16T22:15', '2026-10-17T22:15', false, 'over a weekend'],
  [24, 'clock_hour', '2027-09-30T10:00', '2027-10-01T10:00', false, 'no notice can move clock hours'],
  [2, 'working_day', '2027-09-30T10:00', '2027-10-04T17:30', true, '2027 is not announced'],
  [1, 'working_hour', '2026-12-31T17:30', '2027-01-01T10:00', true, 'into 2027'],
] as const)(
  '%i %s from %s is due %s, provisional %s: %s',
  (amount, unit, startedAt, dueAt, provisional, _why) => {
    const started = Temporal.PlainDateTime.from(startedAt).toZonedDateTime(timeZone).toInstant()
    const due = deadlineFor({ amount, unit }, started, calendar)
    const local = due.dueAt.toZonedDateTimeISO(timeZone).toPlainDateTime()
    expect([local.toString({ smallestUnit: 'minute' }), due.provisional]).toEqual([dueAt, provisional])
  },
)

test.each([
  ['working_hour', 'working'],
  ['working_day', 'working'],
  ['clock_hour', 'clock'],
] as const)('%s is counted in %s minutes', (unit, measure) =>
  expect(measureOf({ amount: 1, unit })).toBe(measure),
)
