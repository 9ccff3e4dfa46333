/** The year that a date or moment in ISO 8601 begins with. */
const yearOf = (text: string): number => Number(text.slice(0, 4))

/** Whether a day that somebody enters (YYYY-MM-DD) lies in 1990 to 2200: another is a slip of the pen. */
export const isCalendarDay = (day: string): boolean => yearOf(day) >= 1990 && yearOf(day) <= 2200

/** Whether a moment (ISO 8601) is late enough to be reported: of the year 2000 or later. */
export const isRecentEnough = (at: string): boolean => yearOf(at) >= 2000
