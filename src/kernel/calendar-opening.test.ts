import { expect, test } from 'vitest'
import { workCalendar } from './calendar.ts'

const timeZone = 'Asia/Shanghai'
const afternoon = { from: '13:30', to: '17:30' }

/** Hours change on 2026-10-08, after a week off; Saturday the 10th is made up for. */
const calendar = workCalendar({
  timeZone,
  hours: [
    {
      validFrom: '2026-05-01',
      spans: [
        { from: '09:00', to: '12:00' },
        { from: '14:30', to: '18:00' },
      ],
    },
    { validFrom: '2026-10-08', spans: [{ from: '09:00', to: '12:00' }, afternoon] },
  ],
  days: new Map([
    ...['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-10-${day}`, 'holiday'] as const),
    ['2026-10-10', 'workday'],
  ]),
  announcedYears: new Set([2026]),
})
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant()
const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })

test.each([
  ['2026-09-30T08:59', '2026-09-30T18:00', '2026-09-30T09:00'],
  ['2026-09-30T10:00', '2026-09-30T18:00', '2026-09-30T10:00'],
  ['2026-09-30T12:30', '2026-09-30T18:00', '2026-09-30T14:30'],
  ['2026-09-30T18:00', '2026-09-30T18:00', '2026-10-08T09:00'],
  ['2026-10-03T10:00', null, '2026-10-08T09:00'],
  ['2026-10-10T10:00', '2026-10-10T17:30', '2026-10-10T10:00'],
])('on the day of %s offices close at %s; they are open from %s', (moment, closing, open) => {
  const closes = calendar.closingOn(at(moment))
  expect(closes && local(closes)).toBe(closing)
  expect(local(calendar.openFrom(at(moment)))).toBe(open)
})

test.each([
  ['2026-09-30T10:00', 390],
  ['2026-10-08T00:00', 420],
  ['2026-10-10T10:00', 420],
  ['2020-01-01T10:00', 390],
])('at %s a usual day has %i working minutes, whatever that day is', (moment, minutes) =>
  expect(calendar.usualDayMinutesAt(at(moment))).toBe(minutes),
)
