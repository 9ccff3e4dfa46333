import { atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { AskPosters, Poster, Posters } from './accounts.contract.ts'
import { selectGridWorkers } from './post.sql.ts'

/**
 * What stands on the posters of an area's grids or buildings: nothing that is not public. For staff, who print them.
 * Refuses `area_unknown`.
 */
export async function postersOf(ctx: Ctx, { areaId, kind }: AskPosters): Promise<Posters> {
  if (ctx.who.kind === 'anonymous') throw new Refusal('sign_in_needed')
  if (ctx.who.kind === 'resident') throw new Refusal('not_permitted', { act: 'poster.print' })
  const atlas = await atlasOf(ctx)
  const within = atlas.known(areaId)
  const places: ReturnType<typeof atlas.known>[] = []
  const collect = (id: string): void => {
    for (const part of atlas.partsOf(id)) {
      if (part.kind === kind) places.push(part)
      else collect(part.id)
    }
  }
  if (within.kind === kind) places.push(within)
  else collect(areaId)
  const paths = new Set(places.flatMap(({ path }) => path))
  const day = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const workers = paths.size === 0 ? [] : await ctx.read((tx) => selectGridWorkers(tx, [...paths], day))
  const byArea = Map.groupBy(workers, (worker) => worker.areaId)
  const posters = places.map((place): Poster => {
    // Whoever is nearest to the place: the grid worker before the grid leader, as the rows are ordered.
    const near = place.path.toReversed().flatMap((id) => byArea.get(id) ?? [])
    const worker = near.find((one) => one.kind === 'grid_worker') ?? near[0]
    return {
      areaId: place.id,
      names: atlas
        .stepsOf(place)
        .slice(1)
        .map(({ nameZh, nameEn }) => ({ nameZh, nameEn })),
      placeCode: place.placeCode,
      worker: worker ? { name: worker.name, phone: worker.phone } : null,
    }
  })
  return { area: { nameZh: within.nameZh, nameEn: within.nameEn }, posters }
}
