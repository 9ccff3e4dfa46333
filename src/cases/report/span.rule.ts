import type { Days } from '../figures/stretches.rule.ts'
import type { ReportKind } from './report.contract.ts'

/** The days that a report tells of. */
export interface ReportSpan extends Days {
  /** The last day of the whole span; later than `to` while it runs. */
  readonly end: string
  readonly isEnded: boolean
}

/** The day, the week from Monday or the month around `start`, until today while it runs; null where it has not begun. */
export function spanOf(kind: ReportKind, start: string, today: string): ReportSpan | null {
  const { from, end } = wholeSpan(kind, Temporal.PlainDate.from(start))
  if (from > today) return null
  return { from, to: end < today ? end : today, end, isEnded: end < today }
}

function wholeSpan(
  kind: ReportKind,
  date: Temporal.PlainDate,
): { readonly from: string; readonly end: string } {
  const first = {
    day: date,
    week: date.subtract({ days: date.dayOfWeek - 1 }),
    month: date.with({ day: 1 }),
  }[kind]
  const after = first.add({ [`${kind}s`]: 1 })
  return { from: first.toString(), end: after.subtract({ days: 1 }).toString() }
}

export const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

/** A day of the last span that is over. */
export const lastEnded = (kind: ReportKind, today: string): string =>
  dayBefore(wholeSpan(kind, Temporal.PlainDate.from(today)).from)
