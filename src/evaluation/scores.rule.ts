import type { Direction, MeasureShown, UnitScore } from './contract.ts'
import { type Formula, weightsOf } from './formula.rule.ts'
import { inTenths, scoreOf, type Tally } from './score.rule.ts'

/** The measures of one direction as they are shown: with too few facts, that there are some and no number (Care 8). */
export const shownMeasures = (
  tallies: readonly Tally[],
  formula: Formula,
  direction: Direction,
): MeasureShown[] =>
  weightsOf(formula, direction).map(({ measure, weight, least }) => {
    const tally = tallies.find((one) => one.measure === measure)
    const enough = tally !== undefined && tally.facts >= least
    return {
      measure,
      weight,
      least,
      points: enough ? tally.points : null,
      outOf: enough ? tally.outOf : null,
      facts: enough ? tally.facts : null,
      any: tally !== undefined,
    }
  })

/** A unit's score of one direction with what it is made of. */
export function scoreShown(
  unit: { readonly id: string; readonly zh: string; readonly en: string; readonly kind: string },
  tallies: readonly Tally[],
  formula: Formula,
  direction: Direction,
): UnitScore {
  const score = scoreOf(tallies, { weights: weightsOf(formula, direction) })
  return {
    unit: { id: unit.id, zh: unit.zh, en: unit.en },
    kind: unit.kind,
    scoreTenths: score && inTenths(score),
    measures: shownMeasures(tallies, formula, direction),
  }
}

/** Sums that were split by matter, together again. */
export function together(tallies: readonly Tally[]): Tally[] {
  const sums = new Map<string, Tally>()
  for (const { measure, facts, points, outOf } of tallies) {
    const sum = sums.get(measure) ?? { measure, facts: 0, points: 0, outOf: 0 }
    sums.set(measure, {
      measure,
      facts: sum.facts + facts,
      points: sum.points + points,
      outOf: sum.outOf + outOf,
    })
  }
  return [...sums.values()]
}
