import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MomentForm } from './local-moment.ts'
import { fromSerial, parseLocalMoment } from './local-moment.ts'

const said = (text: string, zone = 'Asia/Shanghai', form: MomentForm = {}) => {
  const reading = parseLocalMoment({ text }, zone, form)
  return 'fault' in reading ? reading.fault : reading.moment.at.toString()
}

test.each([
  ['2020/1/9 8:05:00', '2020-01-09T00:05:00Z'],
  ['2020-01-09 08:05', '2020-01-09T00:05:00Z'],
  [' 2020.1.9\u00a0 8:05 ', '2020-01-09T00:05:00Z'],
  ['２０２０／１／９　８：０５', '2020-01-09T00:05:00Z'],
  ['2020年1月9日 8时5分', '2020-01-09T00:05:00Z'],
  ['2020年1月9日8时5分30秒', '2020-01-09T00:05:30Z'],
  ['2020年01月09日 8点', '2020-01-09T00:00:00Z'],
  ['2020年1月9日 星期四 下午3:05', '2020-01-09T07:05:00Z'],
  ['2020/1/9 上午 12:05', '2020-01-08T16:05:00Z'],
  ['2020/1/9 中午12:30', '2020-01-09T04:30:00Z'],
  ['2020/1/9 3:05 PM', '2020-01-09T07:05:00Z'],
  ['2020-01-09 08:05:00.0', '2020-01-09T00:05:00Z'],
  ['2020-01-09T08:05:00+09:00', '2020-01-08T23:05:00Z'],
  ['2020-01-09T00:05:00Z', '2020-01-09T00:05:00Z'],
  ['20200109', '2020-01-08T16:00:00Z'],
  ['20200109 08:05', '2020-01-09T00:05:00Z'],
  ['20200109080500', '2020-01-09T00:05:00Z'],
  ['43839.3368055556', '2020-01-09T00:05:00Z'],
  ['2020-01-09 24:00', '2020-01-09T16:00:00Z'],
  ['2020-02-30', 'impossible_date'],
  ['2019/2/29 8:00', 'impossible_date'],
  ['2020/13/1', 'impossible_date'],
  ['2020-01-09 25:00', 'impossible_date'],
  ['2020-01-09 08:61', 'impossible_date'],
  ['2020-01-09 24:01', 'impossible_date'],
  ['2020-01-09 13:05 AM', 'impossible_date'],
  ['2020-01-09T08:05+99:99', 'impossible_date'],
  ['2020/1-9', 'time_unreadable'],
  ['2020/1/98:05', 'time_unreadable'],
  ['01/02/2015 04:17:43 PM', 'time_unreadable'],
  ['20/1/9', 'time_unreadable'],
  ['昨天下午', 'time_unreadable'],
  ['12345', 'time_unreadable'],
  ['', 'time_unreadable'],
])('%j in Shanghai is %s', (text, expected) => expect(said(text)).toBe(expected))

test.each([
  ['01/02/2015 04:17:43 PM', '2015-01-02T21:17:43Z'],
  ['01/02/2015 12:00:00 AM', '2015-01-02T05:00:00Z'],
  ['7/4/2015', '2015-07-04T04:00:00Z'],
  ['02/30/2015 01:00:00 AM', 'impossible_date'],
  ['13/01/2015', 'impossible_date'],
])('%j in New York, month first, is %s', (text, expected) =>
  expect(said(text, 'America/New_York', { order: 'month_first' })).toBe(expected),
)

test.each([
  ['2015-11-01 01:30', '2015-11-01T05:30:00Z', 'repeated'],
  ['2015-03-08 02:30', '2015-03-08T07:30:00Z', 'skipped'],
  ['2015-03-08 03:30', '2015-03-08T07:30:00Z', null],
])('%j, where the clocks change, is %s and says %s', (text, at, clockChange) => {
  const reading = parseLocalMoment({ text }, 'America/New_York')
  expect(reading).toMatchObject({ moment: { clockChange } })
  expect(said(text, 'America/New_York')).toBe(at)
})

test('a day without a time says so', () => {
  expect(parseLocalMoment({ text: '2020-01-09' }, 'Asia/Shanghai')).toMatchObject({
    moment: { dayOnly: true },
  })
  expect(parseLocalMoment({ text: '2020-01-09 0:00' }, 'Asia/Shanghai')).toMatchObject({
    moment: { dayOnly: false },
  })
})

test('every second written in any form is read back', () => {
  const second = fc.integer({ min: Date.UTC(1992, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 })
  fc.assert(
    fc.property(second, (seconds) => {
      const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
      const wall = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime()
      const { year, month, day, hour, minute, second: s } = wall
      for (const text of [
        `${year}/${month}/${day} ${hour}:${minute}:${s}`,
        `${year}年${month}月${day}日${hour}时${minute}分${s}秒`,
        wall.toString(),
        wall.toString().replaceAll(/[-T:]/g, ''),
      ]) {
        expect(said(text)).toBe(at.toString())
      }
      const serial = wall.since('1899-12-30T00:00').total({ unit: 'days', relativeTo: '1899-12-30T00:00' })
      expect(fromSerial(serial).toString()).toBe(wall.toString())
    }),
  )
})
