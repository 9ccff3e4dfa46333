/** Under which the phone keeps the form of a report, and what the next one begins with. */
export const REPORT = 'field-report'
export const NEXT = 'field-report.next'
