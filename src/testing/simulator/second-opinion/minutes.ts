/** The rows of the working calendar, as they stand in their tables. */
export interface CalendarRows {
  readonly days: readonly { readonly day: string; readonly kind: string }[]
  readonly years: readonly number[]
  /** In order of day. */
  readonly hours: readonly {
    readonly validFrom: string
    readonly spans: readonly { readonly from: string; readonly to: string }[]
  }[]
}

/** The district's time as a strip of minutes, each marked as office time or not. Minutes count from 1970, UTC. */
export interface Minutes {
  readonly isOffice: (minute: number) => boolean
  /** Number of the local day that a minute lies in. */
  readonly dayOf: (minute: number) => number
  /** YYYY-MM-DD. */
  readonly nameOf: (day: number) => string
  /** The minute after the day's last office minute; null on a day off. */
  readonly closingOf: (day: number) => number | null
  /** Whether a notice that is still to come may change the day. */
  readonly isOpenQuestion: (day: number) => boolean
  /** Office minutes of a usual day by the hours that hold on this one. */
  readonly usualOn: (day: number) => number
}

/** Local time is eight hours ahead of UTC all the year (Asia/Shanghai has known no other since 1991). */
const ahead = 8 * 60
const perDay = 24 * 60

interface Day {
  readonly name: string
  readonly closing: number | null
  readonly isOpenQuestion: boolean
  readonly usual: number
}

/** Lays out every minute from `fromDay` to `untilDay` (YYYY-MM-DD, both included). */
export function layMinutes(rows: CalendarRows, fromDay: string, untilDay: string): Minutes {
  const first = numberOf(fromDay)
  const count = numberOf(untilDay) - first + 1
  const firstMinute = first * perDay - ahead
  const office = new Uint8Array(count * perDay)
  const days = Array.from({ length: count }, (_, index) =>
    layDay(rows, first + index, index * perDay, office),
  )
  const dayAt = (day: number): Day => days[day - first] ?? outside(day)
  return {
    isOffice: (minute) => {
      const mark = office[minute - firstMinute]
      return mark === undefined ? outside(minute) : mark === 1
    },
    dayOf: (minute) => Math.floor((minute + ahead) / perDay),
    nameOf: (day) => dayAt(day).name,
    closingOf: (day) => {
      const { closing } = dayAt(day)
      return closing === null ? null : closing + firstMinute
    },
    isOpenQuestion: (day) => dayAt(day).isOpenQuestion,
    usualOn: (day) => dayAt(day).usual,
  }
}

const outside = (at: number): never => {
  throw new RangeError(`${at} lies outside the strip of minutes`)
}

const numberOf = (day: string): number =>
  Temporal.PlainDate.from('1970-01-01').until(Temporal.PlainDate.from(day)).days

/** Marks one day's office minutes on the strip. */
function layDay(rows: CalendarRows, number: number, start: number, office: Uint8Array): Day {
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: number })
  const name = date.toString()
  const row = rows.days.find(({ day }) => day === name)
  const works = row ? row.kind === 'workday' : date.dayOfWeek <= 5
  const { spans } = rows.hours.findLast(({ validFrom }) => validFrom <= name) ?? rows.hours[0]!
  let usual = 0
  let closing: number | null = null
  for (const { from, to } of spans) {
    for (let minute = minuteOf(from); minute < minuteOf(to); minute += 1) {
      usual += 1
      if (works) office[start + minute] = 1
    }
    if (works) closing = start + minuteOf(to)
  }
  // The last three days of a year may be set by the next year's notice.
  const atItsEnd = name.slice(5) >= '12-29' && !rows.years.includes(date.year + 1)
  return { name, closing, usual, isOpenQuestion: atItsEnd || !rows.years.includes(date.year) }
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
