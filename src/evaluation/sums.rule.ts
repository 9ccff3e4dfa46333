import { type Added, allTogether } from '../platform/kept-counts.rule.ts'
import { noMatter } from './no-matter.contract.ts'

/** A fact as it is kept, as far as it is summed up. */
export interface SummedFact {
  readonly month: string
  readonly unitId: string
  readonly measure: string
  readonly matter: string | null
  readonly points: number
  readonly outOf: number
  readonly pending: boolean
  readonly countsAt: Temporal.Instant
  readonly takenOut: boolean
}

/** The day of what counts already: before all days. */
export const countsAlready = '-infinity'

/** What is added to the number of facts that are alike in all that a sum needs. */
export type SumCell = Added<'month' | 'matter' | 'unitId' | 'measure' | 'countsFrom' | 'points' | 'outOf'>

/** What facts add to the sums, or (-1) take away: under their matter and all matters; what was taken out (考核剔除), nothing. */
export const sumCells = (
  facts: readonly SummedFact[],
  by: 1 | -1,
  dayAt: (at: Temporal.Instant) => string,
): SumCell[] =>
  facts
    .filter((fact) => !fact.takenOut)
    .flatMap(({ month, unitId, measure, matter, points, outOf, pending, countsAt }) =>
      [matter ?? noMatter, allTogether].map((each) => ({
        ...{ month, matter: each, unitId, measure, by },
        countsFrom: pending ? dayAt(countsAt) : countsAlready,
        points: String(points),
        outOf: String(outOf),
      })),
    )
