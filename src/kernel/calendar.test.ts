import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarFacts, workCalendar } from './calendar.ts'

const splitShift = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:30' },
]
const nationalDay2026 = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`)

/** Autumn 2026 as the State Council's notice has it: a week off, made up for on two weekend days. */
const facts: CalendarFacts = {
  timeZone: 'Asia/Shanghai',
  hours: [{ validFrom: '2026-01-01', spans: splitShift }],
  days: new Map([
    ...nationalDay2026.map((day) => [day, 'holiday'] as const),
    ['2026-09-20', 'workday'],
    ['2026-10-10', 'workday'],
  ]),
  announcedYears: new Set([2026]),
}
const calendar = workCalendar(facts)

const inZone = (timeZone: string) => (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant()
const at = inZone('Asia/Shanghai')
const local = (instant: Temporal.Instant, timeZone = 'Asia/Shanghai') =>
  instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })

test.each([
  ['2026-09-30', true, 'a Wednesday'],
  ['2026-10-01', false, 'a holiday on a Thursday'],
  ['2026-10-09', true, 'a Friday'],
  ['2026-10-10', true, 'a Saturday to make up'],
  ['2026-10-11', false, 'a Sunday'],
  ['2026-09-20', true, 'a Sunday to make up'],
  ['2027-10-01', true, 'a Friday of a year without rows'],
])('%s is a workday: %s, %s', (day, is) => expect(calendar.isWorkday(day)).toBe(is))

test.each([
  ['2026-09-30T08:59', false],
  ['2026-09-30T09:00', true],
  ['2026-09-30T12:00', false],
  ['2026-09-30T13:29', false],
  ['2026-09-30T17:29', true],
  ['2026-09-30T17:30', false],
  ['2026-10-01T10:00', false],
])('%s is working time: %s', (moment, is) => expect(calendar.isWorkingTime(at(moment))).toBe(is))

test.each([
  ['2026-09-30T10:00', 60, '2026-09-30T11:00', 'within a span'],
  ['2026-09-30T11:30', 60, '2026-09-30T14:00', 'over noon'],
  ['2026-09-30T12:15', 30, '2026-09-30T14:00', 'from the noon break'],
  ['2026-09-30T09:00', 420, '2026-09-30T17:30', 'a whole day ends when offices close'],
  ['2026-09-30T09:00', 421, '2026-10-08T09:01', 'and one minute more after the holiday week'],
  ['2026-09-30T16:00', 120, '2026-10-08T09:30', 'over the holiday week'],
  ['2026-09-30T17:59', 60, '2026-10-08T10:00', 'reported after hours'],
  ['2026-09-30T06:10', 60, '2026-09-30T10:00', 'reported before hours'],
  ['2026-10-09T19:00', 60, '2026-10-10T10:00', 'Friday evening, Saturday made up'],
  ['2026-10-10T17:30', 1, '2026-10-12T09:01', 'at closing on the Saturday'],
  ['2026-09-18T17:30', 1, '2026-09-20T09:01', 'Saturday off, Sunday made up'],
  ['2026-10-04T23:00', 0, '2026-10-04T23:00', 'nothing to add'],
])('%s and %i working minutes: %s (%s)', (from, minutes, to) =>
  expect(local(calendar.addWorkingMinutes(at(from), minutes).at)).toBe(to),
)

test.each([
  ['2026-09-29T10:00', 1, '2026-09-30T17:30', 'the day itself is not counted'],
  ['2026-09-30T09:00', 1, '2026-10-08T17:30', 'before the holiday week'],
  ['2026-09-30T23:30', 3, '2026-10-10T17:30', 'ending on the Saturday made up'],
  ['2026-10-03T12:00', 1, '2026-10-08T17:30', 'reported on a holiday'],
  ['2026-10-10T08:00', 5, '2026-10-16T17:30', 'a Saturday made up, then a plain week'],
])('%s and %i working days: %s (%s)', (from, daysLater, to) =>
  expect(local(calendar.endOfWorkingDay(at(from), { daysLater }).at)).toBe(to),
)

test.each([
  ['2026-09-30T16:00', '2026-10-08T10:00', 150],
  ['2026-09-30T12:00', '2026-09-30T13:30', 0],
  ['2026-10-01T00:00', '2026-10-08T00:00', 0],
  ['2026-10-08T00:00', '2026-10-13T00:00', 4 * 420],
  ['2026-10-08T10:00', '2026-10-08T09:00', 0],
  ['2026-10-08T10:00:00', '2026-10-08T10:01:59', 1],
])('from %s to %s there are %i working minutes', (from, to, minutes) =>
  expect(calendar.workingMinutesBetween(at(from), at(to))).toBe(minutes),
)

describe('hours by season', () => {
  const seasonal = workCalendar({
    ...facts,
    hours: [
      {
        validFrom: '2026-05-01',
        spans: [
          { from: '09:00', to: '12:00' },
          { from: '14:30', to: '18:00' },
        ],
      },
      { validFrom: '2026-10-08', spans: splitShift },
    ],
  })
  test.each([
    ['2026-09-30T17:45', 30, '2026-10-08T09:15'],
    ['2026-09-30T13:00', 60, '2026-09-30T15:30'],
    ['2026-10-08T13:00', 60, '2026-10-08T14:30'],
    ['2026-04-30T13:00', 60, '2026-04-30T15:30'],
  ])('%s and %i working minutes: %s', (from, minutes, to) =>
    expect(local(seasonal.addWorkingMinutes(at(from), minutes).at)).toBe(to),
  )

  test('the day that ends a deadline closes by its own hours', () => {
    expect(local(seasonal.endOfWorkingDay(at('2026-09-29T10:00'), { daysLater: 1 }).at)).toBe(
      '2026-09-30T18:00',
    )
    expect(local(seasonal.endOfWorkingDay(at('2026-09-29T10:00'), { daysLater: 2 }).at)).toBe(
      '2026-10-08T17:30',
    )
  })
})

describe('a year that is not announced', () => {
  const announced = workCalendar({
    ...facts,
    days: new Map([
      ...facts.days,
      ['2027-01-01', 'holiday'],
      ['2027-01-02', 'holiday'],
      ['2027-01-03', 'holiday'],
    ]),
    announcedYears: new Set([2026, 2027]),
  })
  test.each([
    ['2026-12-24T10:00', 2, '2026-12-28T17:30', false, '2026-12-28T17:30'],
    ['2026-12-25T10:00', 2, '2026-12-29T17:30', true, '2026-12-29T17:30'],
    ['2026-12-31T10:00', 1, '2027-01-01T17:30', true, '2027-01-04T17:30'],
    ['2027-09-30T10:00', 1, '2027-10-01T17:30', true, '2027-10-01T17:30'],
  ])(
    '%s and %i working days: %s, provisional %s; announced: %s',
    (from, daysLater, to, provisional, later) => {
      const due = calendar.endOfWorkingDay(at(from), { daysLater })
      expect([local(due.at), due.provisional]).toEqual([to, provisional])
      const counted = announced.endOfWorkingDay(at(from), { daysLater })
      expect([local(counted.at), counted.provisional]).toEqual([later, false])
    },
  )

  test('working minutes that reach into it are provisional, those that stop before are not', () => {
    expect(calendar.addWorkingMinutes(at('2026-12-28T17:00'), 30).provisional).toBe(false)
    expect(calendar.addWorkingMinutes(at('2026-12-28T17:00'), 31).provisional).toBe(true)
    expect(calendar.isProvisionalBetween(at('2026-01-01T00:00'), at('2026-12-28T23:59'))).toBe(false)
    expect(calendar.isProvisionalBetween(at('2026-12-28T23:59'), at('2026-12-29T00:00'))).toBe(true)
  })
})

describe('clocks that change (America/New_York, 2026-03-08 and 2026-11-01)', () => {
  const timeZone = 'America/New_York'
  const there = inZone(timeZone)
  const desk = (from: string, to: string) =>
    workCalendar({
      timeZone,
      hours: [{ validFrom: '2000-01-01', spans: [{ from, to }] }],
      days: new Map([
        ['2026-03-08', 'workday'],
        ['2026-11-01', 'workday'],
      ]),
      announcedYears: new Set([2026]),
    })
  test.each([
    ['00:00', '24:00', '2026-03-08', 23 * 60],
    ['00:00', '24:00', '2026-11-01', 25 * 60],
    ['00:00', '24:00', '2026-11-02', 24 * 60],
    ['01:30', '03:30', '2026-03-08', 60],
    ['00:30', '03:00', '2026-11-01', 210],
    ['09:00', '17:00', '2026-03-08', 480],
  ])('a desk open %s to %s works on %s for %i minutes', (from, to, day, minutes) => {
    const start = there(`${day}T00:00`)
    const end = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant()
    expect(desk(from, to).workingMinutesBetween(start, end)).toBe(minutes)
  })

  test('office hours keep their wall time over the change', () => {
    const office = desk('09:00', '17:00')
    const due = office.addWorkingMinutes(there('2026-03-06T16:00'), 60 + 480 + 30).at
    expect(due.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never', smallestUnit: 'minute' })).toBe(
      '2026-03-09T09:30-04:00',
    )
  })

  test('a wall time that the clocks skip lets no minute count twice', () => {
    const facts: CalendarFacts = {
      timeZone,
      hours: [
        {
          validFrom: '2000-01-01',
          spans: [
            { from: '02:15', to: '02:45' },
            { from: '03:00', to: '04:00' },
          ],
        },
      ],
      days: new Map([['2026-03-08', 'workday']]),
      announcedYears: new Set([2026]),
    }
    expect(
      workCalendar(facts).workingMinutesBetween(there('2026-03-08T00:00'), there('2026-03-08T12:00')),
    ).toBe(45)
  })
})

describe('for any moment and amount', () => {
  const moment = fc
    .integer({ min: at('2026-08-01T00:00').epochMilliseconds, max: at('2027-03-01T00:00').epochMilliseconds })
    .map(Temporal.Instant.fromEpochMilliseconds)
  const minutes = fc.integer({ min: 1, max: 60_000 })

  test('what is added is what lies between, and no earlier moment would do', () => {
    fc.assert(
      fc.property(moment, minutes, (from, amount) => {
        const due = calendar.addWorkingMinutes(from, amount).at
        expect(calendar.workingMillisecondsBetween(from, due)).toBe(amount * 60_000)
        const before = due.subtract({ milliseconds: 1 })
        expect(calendar.workingMillisecondsBetween(from, before)).toBe(amount * 60_000 - 1)
      }),
    )
  })

  test('adding twice is adding the sum', () => {
    fc.assert(
      fc.property(moment, minutes, minutes, (from, a, b) => {
        const twice = calendar.addWorkingMinutes(calendar.addWorkingMinutes(from, a).at, b).at
        expect(twice.equals(calendar.addWorkingMinutes(from, a + b).at)).toBe(true)
      }),
    )
  })

  test('counting agrees with looking at the wall clock each minute', () => {
    const isWorking = (instant: Temporal.Instant) => {
      const wall = instant.toZonedDateTimeISO('Asia/Shanghai')
      const day = wall.toPlainDate().toString()
      const minute = wall.hour * 60 + wall.minute
      const isOpen = (minute >= 540 && minute < 720) || (minute >= 810 && minute < 1050)
      const isMadeUp = day === '2026-09-20' || day === '2026-10-10'
      return isOpen && (isMadeUp || (wall.dayOfWeek < 6 && !nationalDay2026.includes(day)))
    }
    const start = at('2026-09-17T00:00')
    const span = fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 12_000 }))
    fc.assert(
      fc.property(span, ([skip, length]) => {
        const from = start.add({ minutes: skip })
        let counted = 0
        for (let i = 0; i < length; i++) if (isWorking(from.add({ minutes: i }))) counted++
        expect(calendar.workingMinutesBetween(from, from.add({ minutes: length }))).toBe(counted)
      }),
      { numRuns: 20 },
    )
  })
})

test.each([
  ['no hours', []],
  ['a day without a span', [{ validFrom: '2026-01-01', spans: [] }]],
  [
    'a span that ends before it starts',
    [{ validFrom: '2026-01-01', spans: [{ from: '17:00', to: '09:00' }] }],
  ],
  ['a time that is none', [{ validFrom: '2026-01-01', spans: [{ from: '9:00', to: '17:00' }] }]],
  [
    'hours in the wrong order',
    [
      { validFrom: '2026-10-01', spans: splitShift },
      { validFrom: '2026-05-01', spans: splitShift },
    ],
  ],
  [
    'spans that overlap',
    [
      {
        validFrom: '2026-01-01',
        spans: [
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '17:00' },
        ],
      },
    ],
  ],
])('a calendar with %s is a bug', (_, hours) =>
  expect(() => workCalendar({ ...facts, hours })).toThrow(RangeError),
)

test.each([[-1], [0.5], [Number.NaN]])('%d is no amount of time', (amount) => {
  expect(() => calendar.addWorkingMilliseconds(at('2026-10-08T10:00'), amount)).toThrow(RangeError)
  expect(() => calendar.endOfWorkingDay(at('2026-10-08T10:00'), { daysLater: amount })).toThrow(RangeError)
})
