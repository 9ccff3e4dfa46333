/** A month (YYYY-MM): its first day and that of the next, YYYY-MM-DD. */
export function monthDays(month: string): { readonly from: string; readonly until: string } {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  return { from: first.toString(), until: first.add({ months: 1 }).toString() }
}

/** A local month (YYYY-MM): its first moment, and the first after it. */
export function monthSpan(
  month: string,
  timeZone: string,
): { readonly from: Temporal.Instant; readonly until: Temporal.Instant } {
  const { from, until } = monthDays(month)
  const start = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant()
  return { from: start(from), until: start(until) }
}
