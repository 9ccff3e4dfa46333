/** A row of the calendar: a day that its weekday does not explain. `day` is YYYY-MM-DD, `name` Chinese. */
export interface CalendarDay {
  readonly day: string
  readonly kind: 'holiday' | 'workday'
  readonly name: string
}

/**
 * Statutory holidays and make-up workdays as the State Council's yearly notices set them
 * (国务院办公厅关于部分节假日安排的通知), in order of day: the rows that a new district begins with. They come
 * from the package `chinese-days`, loaded here only and only when called. A year that it does not hold is
 * unannounced, whatever the package says of its weekdays.
 */
export async function seededCalendarDays(): Promise<CalendarDay[]> {
  const { default: years } = await import('chinese-days/dist/chinese-days.json', { with: { type: 'json' } })
  return [...rowsOf('holiday', years.holidays), ...rowsOf('workday', years.workdays)].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  )
}

/**
 * Years whose notice is among `days`. National Day tells: each notice gives it off, and none but its own
 * year's can, while the days round New Year appear in the notice of the year beside as well.
 */
export function announcedYearsOf(days: Iterable<Pick<CalendarDay, 'day' | 'kind'>>): Set<number> {
  const years = new Set<number>()
  for (const { day, kind } of days) {
    if (kind === 'holiday' && day.slice(4) === '-10-01') years.add(Number(day.slice(0, 4)))
  }
  return years
}

/** `named` holds "English name,Chinese name,length" by day. */
function rowsOf(kind: CalendarDay['kind'], named: Readonly<Record<string, string>>): CalendarDay[] {
  return Object.entries(named).map(([day, names]) => ({ day, kind, name: names.split(',')[1] ?? names }))
}
