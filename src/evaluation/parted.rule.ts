import type { Measure } from './contract.ts'
import { partsSaid } from './parts.rule.ts'
import type { Tally } from './score.rule.ts'
import { together } from './scores.rule.ts'

/** What a unit's facts of one measure and one matter add up to. */
export interface MatterTally extends Tally {
  readonly matter: string
  readonly category: string
}

/** A matter or category with its sums; of a measure that is held back there are no facts. */
export interface Parted {
  readonly category: string
  readonly tallies: readonly Tally[]
}

const nobody: ReadonlySet<string> = new Set()

/**
 * A unit's sums by matter and by category, without those that are held back: a category that is too few, a matter that is, and
 * whatever else would tell those by subtraction from the unit's whole or from their category's.
 */
export function matterParts(
  tallies: readonly MatterTally[],
  leastOf: (measure: Measure) => number,
): { readonly matters: ReadonlyMap<string, Parted>; readonly categories: ReadonlyMap<string, Parted> } {
  const said = new Set<string>()
  for (const [measure, its] of Map.groupBy(tallies, (one) => one.measure)) {
    const enough = { facts: leastOf(measure), people: 0 }
    const byCategory = Map.groupBy(its, ({ category }) => category)
    const categories = [...byCategory].map(([key, some]) => ({
      key,
      facts: together(some)[0]!.facts,
      people: nobody,
    }))
    for (const category of partsSaid(categories, enough)) {
      said.add(`${measure}/category/${category}`)
      const matters = byCategory
        .get(category)!
        .map(({ matter, facts }) => ({ key: matter, facts, people: nobody }))
      for (const matter of partsSaid(matters, enough)) said.add(`${measure}/matter/${matter}`)
    }
  }
  const parted = (by: 'matter' | 'category') =>
    new Map(
      [...Map.groupBy(tallies, (one) => one[by])].map(([key, its]) => [
        key,
        {
          category: its[0]!.category,
          tallies: together(its).map((tally) =>
            said.has(`${tally.measure}/${by}/${key}`) ? tally : { ...tally, facts: 0, points: 0, outOf: 0 },
          ),
        },
      ]),
    )
  return { matters: parted('matter'), categories: parted('category') }
}
