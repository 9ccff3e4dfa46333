import { Refusal } from '../../kernel/refusal.ts'

/** Quarters are written YYYY-Qn. */
const parts = (quarter: string): { readonly year: number; readonly n: number } => ({
  year: Number(quarter.slice(0, 4)),
  n: Number(quarter.slice(6)),
})

const at = (year: number, n: number): string => `${String(year).padStart(4, '0')}-Q${n}`

/** The quarter of a day (YYYY-MM-DD) or month (YYYY-MM). */
export const quarterOf = (day: string): string =>
  at(Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3))

const before = (quarter: string): string => {
  const { year, n } = parts(quarter)
  return n === 1 ? at(year - 1, 4) : at(year, n - 1)
}

/** The quarters that ended before a day (YYYY-MM-DD), the newest first. */
export function endedQuarters(today: string, count: number): string[] {
  const quarters = [before(quarterOf(today))]
  while (quarters.length < count) quarters.push(before(quarters.at(-1)!))
  return quarters
}

/** Its months, YYYY-MM, the first and the last. */
export function monthsIn(quarter: string): { readonly from: string; readonly to: string } {
  const { year, n } = parts(quarter)
  const month = (number: number) => `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`
  return { from: month(n * 3 - 2), to: month(n * 3) }
}

/** Refuses `dispute_quarter_running`: numbers that grow by the day would tell of each dispute as it ends. */
export function mustBeOver(quarter: string, today: string): void {
  if (quarter >= quarterOf(today)) throw new Refusal('dispute_quarter_running')
}
