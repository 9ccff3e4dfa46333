import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Measure } from '../../evaluation/contract.ts'
import { linesMatching, sourceFiles } from '../sources.ts'
import { openWorld, type World } from '../world.ts'
import { dawnOf, simulate } from './simulate.ts'

/** Over the turn of the year: one is announced on the way, and deadlines before it are provisional. */
const firstDay = process.env.SIMULATE_FROM ?? '2026-12-24'
const size = {
  seed: Number(process.env.SIMULATE_SEED ?? 20_261_122),
  days: Number(process.env.SIMULATE_DAYS ?? 4),
  lives: Number(process.env.SIMULATE_LIVES ?? 60),
  roundEach: 60,
  pageOfEach: 1,
}

let world: World
beforeAll(async () => {
  world = await openWorld({ now: dawnOf(firstDay) })
  // A town this small has too few facts for the formula that Linli comes with: three are to say something.
  const id = randomUUID()
  await world.sql('owner', "insert into assessment_formulas values ($1, '2026-12', 10, 5, '{}')", [id])
  await world.sql(
    'owner',
    'insert into assessment_weights select $1, measure, 1 + rank::integer, 3 from unnest($2::text[]) with ordinality as m (measure, rank)',
    [id, Measure.options],
  )
})
afterAll(() => world.close())

test('a second opinion agrees with every clock, light, stage, step and figure of a town that lives some days', async () => {
  const outcome = await simulate(world, size, () => undefined)
  expect(outcome.lives).toBe(size.lives)
  expect(outcome.checks.ladder).toBeGreaterThan(20)
  expect(outcome.checks.scores).toBeGreaterThan(10)
}, 300_000)

test('the second opinion takes nothing from those whom it is asked about', () => {
  const files = sourceFiles(['src/testing/simulator/second-opinion'], /\.ts$/)
  expect(files.length).toBeGreaterThan(5)
  expect(linesMatching(files, /from '\.\.\//)).toEqual([])
})
