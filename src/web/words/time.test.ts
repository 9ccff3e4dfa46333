import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import {
  dayAfter,
  fullDuration,
  localDay,
  momentFacts,
  sayDate,
  sayDue,
  sayDueOnPaper,
  sayMoment,
  sayMomentOnPaper,
  shortDuration,
} from './time.ts'
import { zh } from './zh.ts'

const now = Date.parse('2026-11-23T10:00:00+08:00')

describe('a moment as people say it', () => {
  test.each([
    ['2026-11-23T17:30:00+08:00', '今天 17:30', 'Today, 17:30'],
    ['2026-11-24T09:05:00+08:00', '明天 09:05', 'Tomorrow, 09:05'],
    ['2026-11-25T00:00:00+08:00', '后天 00:00', '25 Nov, 00:00'],
    ['2026-11-22T23:59:00+08:00', '昨天 23:59', 'Yesterday, 23:59'],
    ['2026-12-01T17:30:00+08:00', '12月1日 17:30', '1 Dec, 17:30'],
    ['2027-01-04T12:00:00+08:00', '2027年1月4日 12:00', '4 Jan 2027, 12:00'],
    // The same instants written otherwise: what counts is the wall clock of the district.
    ['2026-11-23T09:30:00Z', '今天 17:30', 'Today, 17:30'],
    ['2026-11-23T16:00:00Z', '明天 00:00', 'Tomorrow, 00:00'],
  ])('%s', (iso, chinese, english) => {
    expect(sayMoment(zh, iso, now)).toBe(chinese)
    expect(sayMoment(en, iso, now)).toBe(english)
  })

  test('on paper a moment is a date, whenever it is read', () => {
    const iso = '2026-11-23T17:30:00+08:00'
    expect(sayMomentOnPaper(zh, iso)).toBe('2026年11月23日 17:30')
    expect(sayDueOnPaper(zh, iso)).toBe('2026年11月23日 17:30 前')
    expect(sayMomentOnPaper(en, iso)).toBe('23 Nov 2026, 17:30')
    expect(sayDueOnPaper(en, iso)).toBe('By 23 Nov 2026, 17:30')
  })

  test.each([
    ['2026-11-23T17:30:00+08:00', '今天 17:30 前', 'Today by 17:30'],
    ['2026-11-24T17:30:00+08:00', '明天 17:30 前', 'Tomorrow by 17:30'],
    ['2026-11-30T17:30:00+08:00', '11月30日 17:30 前', 'By 30 Nov, 17:30'],
  ])('%s as a deadline', (iso, chinese, english) => {
    expect(sayDue(zh, iso, now)).toBe(chinese)
    expect(sayDue(en, iso, now)).toBe(english)
  })

  test('a new year does not shift the day', () => {
    expect(momentFacts('2027-01-01T00:00:00+08:00', Date.parse('2026-12-31T23:59:00+08:00')).daysAway).toBe(1)
  })

  test('the clock on the wall is that of Asia/Shanghai, whatever the moment since 1992', () => {
    const moments = fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (at) => {
        const there = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO('Asia/Shanghai')
        const { year, month, day, clock } = momentFacts(at.toISOString(), now)
        expect([year, month, day, clock]).toEqual([
          there.year,
          there.month,
          there.day,
          there.toPlainTime().toString({ smallestUnit: 'minute' }),
        ])
      }),
    )
  })

  test('weekdays', () => {
    const facts = momentFacts('2026-11-23T10:00:00+08:00', now)
    expect([zh.time.weekday(facts), en.time.weekday(facts)]).toEqual(['周一', 'Mon'])
  })

  test('a text that is no moment is a bug', () => {
    expect(() => momentFacts('tomorrow', now)).toThrow('not a moment: tomorrow')
  })
})

describe('working time for staff, with 8 working hours in a day', () => {
  const eightHours = { measure: 'working', minutesPerDay: 480 } as const
  test.each([
    [0, '剩 0 分钟', '0 minutes left'],
    [1, '剩 1 分钟', '1 minute left'],
    [59, '剩 59 分钟', '59 minutes left'],
    [60, '剩 1 小时', '1 hour left'],
    [119, '剩 1 小时', '1 hour left'],
    [480, '剩 1 个工作日', '1 working day left'],
    [540, '剩 9 小时', '9 hours left'],
    [959, '剩 15 小时', '15 hours left'],
    [960, '剩 2 个工作日', '2 working days left'],
    [1439, '剩 2 个工作日', '2 working days left'],
  ])('%i minutes are never said to be more than they are', (minutes, chinese, english) => {
    const cut = shortDuration(minutes, eightHours)
    expect(zh.time.left(cut)).toBe(chinese)
    expect(en.time.left(cut)).toBe(english)
  })

  test.each([
    [480, 480, '超 1 个工作日', '1 working day over'],
    [420, 420, '超 1 个工作日', '1 working day over'],
    [420, 480, '超 7 小时', '7 hours over'],
  ])('%i minutes over, a working day having %i', (minutes, perDay, chinese, english) => {
    const cut = shortDuration(minutes, { measure: 'working', minutesPerDay: perDay })
    expect([zh.time.over(cut), en.time.over(cut)]).toEqual([chinese, english])
  })

  test('days of clock time are no working days', () => {
    const clock = { measure: 'clock', minutesPerDay: 1440 } as const
    expect(zh.time.over(shortDuration(1440, clock))).toBe('超 1 天')
    expect(zh.time.over(shortDuration(1000, clock))).toBe('超 16 小时')
  })

  test.each([
    [90, '1 小时 30 分钟', '1 hour 30 minutes'],
    [540, '9 小时', '9 hours'],
    [1090, '2 个工作日 2 小时', '2 working days 2 hours'],
    [0, '0 分钟', '0 minutes'],
  ])('%i minutes in a sentence', (minutes, chinese, english) => {
    const cut = fullDuration(minutes, eightHours)
    expect([zh.time.duration(cut), en.time.duration(cut)]).toEqual([chinese, english])
  })
})

test.each([
  ['2026-11-23T23:59:59+08:00', '2026-11-23'],
  ['2026-11-23T16:00:00Z', '2026-11-24'],
  ['2026-01-05T00:00:00+08:00', '2026-01-05'],
])('%s is the day %s in the district', (iso, day) => {
  expect(localDay(Date.parse(iso))).toBe(day)
})

describe('a day', () => {
  test.each([
    ['2026-11-23', '2026年11月23日', '23 Nov 2026'],
    ['2027-01-04', '2027年1月4日', '4 Jan 2027'],
  ])('%s is said in full where it is read on other days', (day, chinese, english) => {
    expect(sayDate(zh, day)).toBe(chinese)
    expect(sayDate(en, day)).toBe(english)
  })

  test.each([
    ['2026-02-28', '2026-03-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-12-31', '2027-01-01'],
  ])('after %s comes %s', (day, next) => expect(dayAfter(day)).toBe(next))

  test('and the day before', () => expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28'))
})
