import type { ConsoleWords } from '../../words/console.ts'

/** The month, YYYY-MM, in words. */
export function sayMonth({ consoleAssessment: said }: ConsoleWords, month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return said.monthOf(year, number)
}

/** So many months from one on, the newest first; `step` is -1 for those before it, 1 for those after. */
export function monthsFrom(month: string, count: number, step: 1 | -1): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(year, number - 1 + step * at, 1)).toISOString().slice(0, 7),
  )
}

/** A share of points in percent, to a tenth. */
export const shareOf = (points: number, outOf: number): string =>
  String(Math.round((points * 1000) / outOf) / 10)

export const tenths = (value: number): string => (value / 10).toFixed(1)
