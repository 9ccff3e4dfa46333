import type { CaseFact } from './facts.ts'

/** What each measure weighs, and with how many facts it begins to say something. */
export interface Weight {
  readonly measure: string
  readonly weight: number
  readonly least: number
}

/** How a unit stands in a month: its score in percent, and of each measure how many of how many facts. */
export interface Standing {
  readonly score: number | null
  readonly measures: Readonly<Record<string, { readonly points: number; readonly facts: number } | null>>
}

/** Adds a month's facts up by unit; what is not done yet counts once it is late. */
export function standingsOf(
  facts: readonly CaseFact[],
  weights: readonly Weight[],
  month: string,
  now: number,
): ReadonlyMap<string, Standing> {
  const measures = weights.map(({ measure }) => measure)
  const counted = facts.filter(
    (fact) =>
      !fact.takenOut &&
      fact.month === month &&
      measures.includes(fact.measure) &&
      (!fact.pending || fact.countsAt < now),
  )
  const standings = new Map<string, Standing>()
  for (const [unitId, own] of Map.groupBy(counted, (fact) => fact.unitId)) {
    let [sum, weighed] = [0, 0]
    const shown: [string, Standing['measures'][string]][] = []
    for (const { measure, weight, least } of weights) {
      const its = own.filter((fact) => fact.measure === measure)
      const points = its.reduce((all, fact) => all + fact.points, 0)
      shown.push([measure, its.length < least ? null : { points, facts: its.length }])
      if (its.length < least) continue
      sum += (weight * points) / its.reduce((all, fact) => all + fact.outOf, 0)
      weighed += weight
    }
    const score = weighed === 0 ? null : (100 * sum) / weighed
    standings.set(unitId, { score, measures: Object.fromEntries(shown) })
  }
  return standings
}
