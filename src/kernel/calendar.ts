/** Office hours of a day, local wall time. */
export interface OfficeSpan {
  /** HH:MM, local. */
  readonly from: string
  /** HH:MM, local, later than `from`. */
  readonly to: string
}

/** What a working calendar is made of: rows, never code, so that a new State Council notice is new rows. */
export interface CalendarFacts {
  /** IANA name, such as Asia/Shanghai. */
  readonly timeZone: string
  /** Office hours by the day from which they hold (YYYY-MM-DD, ascending). */
  readonly hours: readonly { readonly validFrom: string; readonly spans: readonly OfficeSpan[] }[]
  /** Statutory holidays and make-up workdays by day. */
  readonly days: ReadonlyMap<string, 'holiday' | 'workday'>
  /** Years whose holidays the State Council has announced. Outside them a deadline is provisional. */
  readonly announcedYears: ReadonlySet<number>
}
