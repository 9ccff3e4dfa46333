import type { Area } from '../../areas/contract.ts'
import { type Atlas, atlasOf } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { HomePlace } from './read.contract.ts'

/** Where a home stands, as rows carry it. */
export interface RegisterPlace {
  readonly areaId: string
  /** Ids from the district down to the building. */
  readonly path: readonly string[]
  readonly districtId: string
  readonly streetId: string | null
  readonly communityId: string
  readonly gridId: string | null
}

/** The place of an area's homes. Refuses `home_place_wrong` where no community holds it, or it has ended. */
export function registerPlace(atlas: Atlas, areaId: string): RegisterPlace {
  const area = atlas.known(areaId)
  const idOf = (kind: Area['kind']): string | null =>
    area.path.find((id) => atlas.get(id)?.kind === kind) ?? null
  const communityId = idOf('community')
  if (communityId === null || area.ended) throw new Refusal('home_place_wrong')
  return {
    areaId,
    path: area.path,
    districtId: area.path[0]!,
    streetId: idOf('street'),
    communityId,
    gridId: idOf('grid'),
  }
}

/** As `registerPlace`, from the map in memory. */
export const placeFor = async (ctx: Pick<Ctx, 'district'>, areaId: string): Promise<RegisterPlace> =>
  registerPlace(await atlasOf(ctx), areaId)

/** A home's address as it is shown. */
export function sayPlace(
  atlas: Atlas,
  { id, label, buildingId }: { readonly id: string; readonly label: string; readonly buildingId: string },
): HomePlace {
  const building = atlas.get(buildingId)
  const steps = building ? atlas.stepsOf(building).filter(({ kind }) => kind !== 'district') : []
  return { homeId: id, label, buildingId, steps }
}
