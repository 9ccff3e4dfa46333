import type { Area, EstateKind } from '../areas/contract.ts'
import { type Atlas, atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { RoundPlace } from './contract.ts'

/** A name with its id, as contracts carry it. */
export function nameOf(atlas: Atlas, id: string): { id: string; zh: string; en: string } {
  const { nameZh: zh, nameEn: en } = atlas.known(id)
  return { id, zh, en }
}

/** A place with the names on the way to it, from the street down. */
export const placeOf = (atlas: Atlas, area: Area): RoundPlace => ({
  ...nameOf(atlas, area.id),
  kind: area.kind,
  way: area.path.slice(1, -1).map((id) => nameOf(atlas, id)),
})

/** Where rounds are walked: an estate, or a building that stands in none. */
export const isWalked = (atlas: Atlas, { kind, path }: Area): boolean =>
  kind === 'estate' ||
  (kind === 'building' && !path.slice(0, -1).some((id) => atlas.get(id)?.kind === 'estate'))

/** The kind by which a place is walked: nobody manages a building that stands alone, as far as is known. */
export const kindOf = ({ estateKind }: Pick<Area, 'estateKind'>): EstateKind => estateKind ?? 'unmanaged'

/** The areas in which the asker may do it by their own posts; the district where all of it. */
export function areasWith(ctx: Ctx, atlas: Atlas, act: string): Area[] {
  if (ctx.who.kind === 'system') return [atlas.district]
  const areas = ctx.who.posts.flatMap(({ grants, areaId }) => {
    const reaches = grants[act] ?? []
    if (reaches.includes('district')) return [atlas.district]
    const area = reaches.includes('own_area') ? atlas.get(areaId) : undefined
    return area && !area.ended ? [area] : []
  })
  return [...new Map(areas.map((area) => [area.id, area])).values()]
}

/** The areas that a list is about: the one that was asked for, or all that the asker sees. Refuses `not_permitted`. */
export async function askedAreas(
  ctx: Ctx,
  areaId: string | undefined,
): Promise<{ atlas: Atlas; areas: Area[] }> {
  ctx.must('round.see')
  const atlas = await atlasOf(ctx)
  if (areaId === undefined) return { atlas, areas: areasWith(ctx, atlas, 'round.see') }
  const area = atlas.known(areaId)
  ctx.must('round.see', { path: area.path })
  return { atlas, areas: [area] }
}

/** The walked places in these areas, each once, in order of code. */
export function walkedIn(atlas: Atlas, areas: readonly Area[]): Area[] {
  const all = areas.flatMap((area) => atlas.below(area)).filter((area) => isWalked(atlas, area))
  const once = [...new Map(all.map((area) => [area.id, area])).values()]
  return once.sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** A walked place that stands. Refuses `area_unknown`, and for any other place too. */
export function walkedPlace(atlas: Atlas, id: string): Area {
  const area = atlas.known(id)
  if (area.ended || !isWalked(atlas, area)) throw new Refusal('area_unknown', { area: area.nameZh })
  return area
}
