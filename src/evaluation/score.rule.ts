import { dividedBy, type Fraction, fraction, plus, roundHalfUp, times } from '../kernel/fraction.ts'
import type { Measure } from './contract.ts'
import type { Formula } from './formula.rule.ts'

/** What a unit's facts of one measure add up to in a month. */
export interface Tally {
  readonly measure: Measure
  readonly facts: number
  readonly points: number
  readonly outOf: number
}

/** The weight of each measure that has facts enough, with the share of its points. */
export const countedMeasures = (
  tallies: readonly Tally[],
  formula: Pick<Formula, 'weights'>,
): { readonly measure: Measure; readonly weight: number; readonly share: Fraction }[] =>
  formula.weights.flatMap(({ measure, weight, least }) => {
    const tally = tallies.find((one) => one.measure === measure)
    if (!tally || tally.facts < least || tally.outOf === 0) return []
    return [{ measure, weight, share: fraction(tally.points, tally.outOf) }]
  })

/**
 * The score in percent, exact: the weighted mean of the shares of those measures that have facts enough, so that one with
 * too few neither lifts nor lowers it. Null where none has: too few to say.
 */
export function scoreOf(tallies: readonly Tally[], formula: Pick<Formula, 'weights'>): Fraction | null {
  const counted = countedMeasures(tallies, formula)
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0)
  if (weights === 0) return null
  const sum = counted.reduce(
    (all, { weight, share }) => plus(all, times(fraction(weight), share)),
    fraction(0),
  )
  return dividedBy(times(sum, fraction(100)), fraction(weights))
}

/** As scores are shown: tenths of a percent, half up. */
export const inTenths = (score: Fraction): number => roundHalfUp(times(score, fraction(10)))
