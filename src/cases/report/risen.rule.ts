import { ordinaryOf } from '../figures/ordinary.rule.ts'

/** How often a matter was reported in a span, and in each of the spans before it. */
export interface Reported {
  readonly count: number
  readonly spansBefore: readonly number[]
}

/** The most that is ordinary, where the count lies above it; null where it does not, or where too few spans are known. */
export function aboveOrdinary({ count, spansBefore }: Reported): number | null {
  const ordinary = ordinaryOf(spansBefore)
  return ordinary !== null && count > ordinary.high ? ordinary.high : null
}
