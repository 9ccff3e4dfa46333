import type { Stretch } from './figures.sql.ts'

/**
 * A span of days cut into whole months, and the days before and after them: as few numbers to add up as there are.
 * `from` and `to` are both counted.
 */
export function stretchesOf(from: string, to: string): Stretch[] {
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  const firstMonth = first.day === 1 ? first : first.add({ months: 1 }).with({ day: 1 })
  const afterLast = last.add({ days: 1 }).with({ day: 1 })
  if (Temporal.PlainDate.compare(firstMonth, afterLast) >= 0) return [{ span: 'day', from, to }]
  const lastMonth = afterLast.subtract({ months: 1 })
  return [
    ...days(first, firstMonth.subtract({ days: 1 })),
    { span: 'month', from: firstMonth.toString(), to: lastMonth.toString() },
    ...days(afterLast, last),
  ]
}

const days = (from: Temporal.PlainDate, to: Temporal.PlainDate): Stretch[] =>
  Temporal.PlainDate.compare(from, to) > 0 ? [] : [{ span: 'day', from: from.toString(), to: to.toString() }]

/** A span of local days, both counted. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** The span before: whole months before whole months, else as many days before. */
export function spanBefore({ from, to }: Days): Days {
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  const end = first.subtract({ days: 1 })
  const isWhole = first.day === 1 && last.add({ days: 1 }).day === 1
  const start = isWhole
    ? first.subtract({ months: first.until(last.add({ days: 1 }), { largestUnit: 'months' }).months })
    : first.subtract(first.until(last.add({ days: 1 })))
  return { from: start.toString(), to: end.toString() }
}

/** The same days of last year; the end of a whole month stays its end. */
export function spanOfLastYear({ from, to }: Days): Days {
  const last = Temporal.PlainDate.from(to)
  const year = last.subtract({ years: 1 })
  const isEnd = last.day === last.daysInMonth
  return {
    from: Temporal.PlainDate.from(from).subtract({ years: 1 }).toString(),
    to: (isEnd ? year.with({ day: year.daysInMonth }) : year).toString(),
  }
}
