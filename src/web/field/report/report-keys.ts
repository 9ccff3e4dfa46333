/** Under which the phone keeps the form of a report, what the next one begins with, and those that were laid aside. */
export const REPORT = 'field-report'
export const NEXT = 'field-report.next'
export const ASIDE = 'field-report.aside'
