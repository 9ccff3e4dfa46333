import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction } from '../kernel/fraction.ts'
import { Refusal } from '../kernel/refusal.ts'
import { measuresOf } from './contract.ts'
import { formulaOf, mayAnnounce, mustWeigh, shippedFormula, weightsOf } from './formula.rule.ts'
import { inTenths, scoreOf, type Tally } from './score.rule.ts'

const weights = [
  { measure: 'resolved', weight: 2, least: 3 },
  { measure: 'solved', weight: 1, least: 3 },
] as const
const formula = { weights: [...weights] }
const tally = (measure: Tally['measure'], points: number, facts: number): Tally => ({
  measure,
  facts,
  points,
  outOf: facts,
})

test.each([
  ['both counted', [tally('resolved', 2, 3), tally('solved', 3, 4)], 694],
  ['too few of one: it neither lifts nor lowers', [tally('resolved', 2, 3), tally('solved', 0, 2)], 667],
  ['too few of both: too few to say', [tally('resolved', 2, 2), tally('solved', 2, 2)], null],
  ['a measure without a weight says nothing', [tally('stood', 0, 90)], null],
  ['nothing', [], null],
] as const)('%s', (_what, tallies, tenths) => {
  const score = scoreOf(tallies, formula)
  expect(score && inTenths(score)).toBe(tenths)
})

test('a score lies between nought and a hundred, and one fact more in one’s favour never lowers it', () => {
  const counts = fc.tuple(fc.nat(50), fc.nat(50)).map(([yes, no]) => ({ yes, facts: yes + no }))
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      const tallies = [tally('resolved', one.yes, one.facts), tally('solved', other.yes, other.facts)]
      const score = scoreOf(tallies, formula)
      if (!score) return
      expect(score.over >= 0n && score.over <= 100n * score.under).toBe(true)
      if (one.facts < 3) return
      const better = scoreOf([tally('resolved', one.yes + 1, one.facts + 1), tallies[1]!], formula)!
      expect(better.over * score.under >= score.over * better.under).toBe(true)
    }),
  )
})

test('no part is lost: a third and two thirds of equal weight are a half', () => {
  const even = { weights: weights.map((row) => ({ ...row, weight: 1 })) }
  expect(scoreOf([tally('resolved', 1, 3), tally('solved', 2, 3)], even)).toEqual(fraction(50))
})

test('the weights that Linli comes with are a hundred each way, and a formula is set before its months', () => {
  for (const direction of ['down', 'up'] as const)
    expect(weightsOf(shippedFormula, direction).reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
  const later = { ...shippedFormula, fromMonth: '2026-12' }
  expect(formulaOf('2026-11', [later])).toBe(shippedFormula)
  expect(formulaOf('2027-03', [later])).toBe(later)
  expect([mayAnnounce('2026-11', '2026-11-30'), mayAnnounce('2026-12', '2026-11-30')]).toEqual([false, true])
})

test.each(['down', 'up'] as const)('a formula that weighs nothing %s is none', (direction) => {
  const own: readonly string[] = measuresOf[direction]
  const weighing = (heavy: number) => ({
    weights: shippedFormula.weights.map((row, at) =>
      own.includes(row.measure) ? { ...row, weight: at === heavy ? 1 : 0 } : row,
    ),
  })
  expect(() => mustWeigh(weighing(-1))).toThrow(
    new Refusal('assessment_weights_empty', { field: 'weights', direction }),
  )
  const one = shippedFormula.weights.findIndex(({ measure }) => own.includes(measure))
  expect(() => mustWeigh(weighing(one))).not.toThrow()
})
