import { whereIs } from '../areas/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { GridWorkers } from './contract.ts'
import { selectGridWorkers } from './post.sql.ts'

/**
 * The grid worker and grid leader of a place: names and telephones that were given for residents. Open to all.
 * Nobody stands there for a place wider than a grid.
 */
export async function gridWorkerOf(ctx: Ctx, areaId: string): Promise<GridWorkers> {
  const { path } = await whereIs(ctx, { areaId })
  const day = dayOf(ctx.clock.now(), ctx.district.timeZone)
  return { people: await ctx.read((tx) => selectGridWorkers(tx, path, day)) }
}

/** Grid workers and grid leaders of these areas, as residents may know them today. Open to all. */
export async function gridWorkersIn(
  ctx: Pick<Ctx, 'read' | 'clock' | 'district'>,
  areaIds: readonly string[],
): Promise<GridWorkers['people']> {
  if (areaIds.length === 0) return []
  const day = dayOf(ctx.clock.now(), ctx.district.timeZone)
  return ctx.read((tx) => selectGridWorkers(tx, areaIds, day))
}
