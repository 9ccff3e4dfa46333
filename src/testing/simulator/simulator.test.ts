import { afterAll, beforeAll, expect, test } from 'vitest'
import { threeSaySomething } from '../assessment-acts.ts'
import { linesMatching, sourceFiles } from '../sources.ts'
import { openWorld, type World } from '../world.ts'
import { act } from '../world-client.ts'
import { dawnOf, simulate } from './simulate.ts'

/** Over the turn of the year: one is announced on the way, and deadlines before it are provisional. */
const firstDay = process.env.SIMULATE_FROM ?? '2026-12-24'
const size = {
  seed: Number(process.env.SIMULATE_SEED ?? 20_261_122),
  days: Number(process.env.SIMULATE_DAYS ?? 4),
  lives: Number(process.env.SIMULATE_LIVES ?? 75),
  roundEach: 60,
  pageOfEach: 1,
}

let world: World
beforeAll(async () => {
  // A town this small has too few facts for the formula that Linli comes with: three are to say something.
  const month = Temporal.PlainYearMonth.from(firstDay)
  world = await openWorld({ now: dawnOf(`${month.subtract({ months: 1 })}-28`) })
  const weights = threeSaySomething.weights.map((one, rank) => ({ ...one, weight: 1 + rank }))
  const formula = { ...threeSaySomething, weights, fromMonth: month.toString() }
  await world.as('centre').does('/api/assessment/formulas', act(formula))
  world.clock.set(dawnOf(firstDay))
})
afterAll(() => world.close())

test('a second opinion agrees with every clock, light, stage, step and figure of a town that lives some days', async () => {
  const outcome = await simulate(world, size, () => undefined)
  expect(outcome.lives).toBe(size.lives)
  expect(outcome.checks.ladder).toBeGreaterThan(20)
  expect(outcome.checks.scores).toBeGreaterThan(10)
  expect(outcome.checks.markFacts).toBeGreaterThan(0)
}, 300_000)

test('the second opinion takes nothing from those whom it is asked about', () => {
  const files = sourceFiles(['src/testing/simulator/second-opinion'], /\.ts$/)
  expect(files.length).toBeGreaterThan(5)
  expect(linesMatching(files, /from '\.\.\//)).toEqual([])
})
