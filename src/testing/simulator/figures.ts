import type { World } from '../world-over.ts'
import { firstDifference } from './difference.ts'
import { Disagreement } from './disagreement.ts'
import type { Stories } from './rows.ts'
import { type Figure, figuresOf } from './second-opinion/figures.ts'
import type { Minutes } from './second-opinion/minutes.ts'

/** Holds all figures to every story counted anew. Returns how many there are. */
export async function checkFigures(world: World, { all }: Stories, minutes: Minutes): Promise<number> {
  const rows = await world.sql<Figure>(
    'owner',
    `select area_id as area, span, start::text as start, matter, measure, under, value::integer as value from figures`,
  )
  const paths = await world.sql<{ id: string; path: string[] }>('owner', 'select id, path from cases')
  const expected = figuresOf(all, new Map(paths.map(({ id, path }) => [id, path])), minutes)
  const difference = firstDifference(byKey(expected), byKey(rows))
  if (difference) throw new Disagreement(`figures ${difference}`)
  return expected.length
}

const byKey = (figures: readonly Figure[]) =>
  Object.fromEntries(
    figures.map(({ value, area, span, start, matter, measure, under }) => [
      `${area} ${span} ${start} ${matter} ${measure} ${under}`,
      value,
    ]),
  )
