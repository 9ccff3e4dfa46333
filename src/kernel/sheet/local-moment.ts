import type { Cell } from './row.ts'

/** A moment that a cell names in local time. */
export interface LocalMoment {
  readonly at: Temporal.Instant
  /** The cell gives a day without a time; `at` is that day's beginning. */
  readonly dayOnly: boolean
  /**
   * The clocks were changed then. `repeated`: the wall time came twice, the first is taken.
   * `skipped`: it never came, the time as far after the change is taken.
   */
  readonly clockChange: 'repeated' | 'skipped' | null
}

export type MomentFault = 'time_unreadable' | 'impossible_date'
export type MomentReading = { readonly moment: LocalMoment } | { readonly fault: MomentFault }

export interface MomentForm {
  /** How `01/02/2015` is meant. Without it such a text is unreadable: guessing would be wrong in silence. */
  readonly order?: 'month_first'
}

const clock =
  '(?:(?<before>上午|下午|凌晨|早上|中午|晚上|am|pm) ?)?(?<hour>\\d{1,2})(?:[:时点] ?(?:(?<minute>\\d{1,2})(?:[:分] ?(?:(?<second>\\d{1,2})(?:\\.\\d{1,9})?秒?)?)?)?)(?: ?(?<after>am|pm))?'
const offset = '(?<offset>z|[+-]\\d{2}:?\\d{2})?'
const day = {
  marked: '(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?:(?: |t)',
  chinese: '(?<year>\\d{4}) ?年 ?(?<month>\\d{1,2}) ?月 ?(?<day>\\d{1,2}) ?日(?: ?',
  compact: '(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?: ',
  monthFirst: '(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})(?: ',
}
const forms = [day.marked, day.chinese, day.compact].map(
  (start) => new RegExp(`^${start}${clock})?${offset}$`),
)
const run = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})t?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?$/
const monthFirst = new RegExp(`^${day.monthFirst}${clock})?$`)
/** Days since 1899-12-30 from 1990 to 2100: five digits, so that no year or number is taken for a day. */
const serialDay = /^(?:3[3-9]|[4-6]\d|7[0-3])\d{3}(?:\.\d+)?$/

/**
 * Reads the moment in a cell, whose wall time is in `timeZone` (IANA name) unless the text has an offset.
 * Forms: a date cell, Excel's day number, 2020/1/9 8:05:00, 2020-01-09 08:05, 2020-01-09T08:05+08:00,
 * 2020年1月9日 8时5分, 2020年1月9日 下午 3:05, 20200109, 20200109080500 and, when asked, 01/02/2015 04:17:43 PM.
 */
export function parseLocalMoment(cell: Cell, timeZone: string, form: MomentForm = {}): MomentReading {
  if (cell.date) return { moment: inZone(cell.date, timeZone, false) }
  const text = cell.text
    .normalize('NFKC')
    .replace(/(?:星期|周)[一二三四五六日天]/g, ' ')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .toLowerCase()
  if (serialDay.test(text))
    return { moment: inZone(fromSerial(cell.serial ?? Number(text)), timeZone, false) }
  const patterns = form.order === 'month_first' ? [...forms, run, monthFirst] : [...forms, run]
  for (const pattern of patterns) {
    const parts = pattern.exec(text)?.groups
    if (parts) return fromParts(parts, timeZone)
  }
  return { fault: 'time_unreadable' }
}

/** A day number of the 1900 system as wall time, to the second; its day 60, 1900-02-29, never was. */
export function fromSerial(serial: number): Temporal.PlainDateTime {
  const seconds = Math.round(serial * 86_400)
  return Temporal.PlainDateTime.from('1899-12-30T00:00:00').add({ seconds })
}

function fromParts(parts: Record<string, string | undefined>, timeZone: string): MomentReading {
  const hour = hourOfDay(Number(parts.hour ?? 0), parts.before ?? parts.after)
  const minute = Number(parts.minute ?? 0)
  const second = Number(parts.second ?? 0)
  const endOfDay = hour === 24 && minute === 0 && second === 0
  if (hour === null) return { fault: 'impossible_date' }
  let wall: Temporal.PlainDateTime
  try {
    wall = Temporal.PlainDateTime.from(
      {
        year: Number(parts.year),
        month: Number(parts.month),
        day: Number(parts.day),
        hour: endOfDay ? 0 : hour,
        minute,
        second,
      },
      { overflow: 'reject' },
    ).add({ days: endOfDay ? 1 : 0 })
  } catch (error) {
    if (error instanceof RangeError) return { fault: 'impossible_date' }
    throw error
  }
  if (!parts.offset) return { moment: inZone(wall, timeZone, parts.hour === undefined) }
  return fromOffset(wall, parts.offset, parts.hour === undefined)
}

function fromOffset(wall: Temporal.PlainDateTime, offset: string, dayOnly: boolean): MomentReading {
  try {
    return { moment: { at: Temporal.Instant.from(`${wall}${offset}`), dayOnly, clockChange: null } }
  } catch (error) {
    if (error instanceof RangeError) return { fault: 'impossible_date' }
    throw error
  }
}

/** The hour from 0 to 24, or null where hour and half of the day contradict each other. */
function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (half === 'am' || half === 'pm') {
    if (hour < 1 || hour > 12) return null
    return (hour % 12) + (half === 'pm' ? 12 : 0)
  }
  // Chinese programs write both 下午3:05 and 下午15:05, and 中午12:30 is noon.
  if (half === '下午' || half === '晚上') return hour < 12 ? hour + 12 : hour
  if (half === '中午') return hour < 3 ? hour + 12 : hour
  return hour === 12 ? 0 : hour
}

function inZone(wall: Temporal.PlainDateTime, timeZone: string, dayOnly: boolean): LocalMoment {
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' })
  if (earlier.epochNanoseconds === later.epochNanoseconds) {
    return { at: earlier.toInstant(), dayOnly, clockChange: null }
  }
  return earlier.toPlainDateTime().equals(wall)
    ? { at: earlier.toInstant(), dayOnly, clockChange: 'repeated' }
    : { at: later.toInstant(), dayOnly, clockChange: 'skipped' }
}
