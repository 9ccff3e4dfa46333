import type { Area } from '../areas/contract.ts'
import { atlasOf, whereIs } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx, WhoPost } from '../platform/ctx.ts'

/** A community, with its areas from the district down. Its chain is its own id. */
export interface CommunityPlace {
  readonly community: Area
  readonly path: readonly string[]
}

/** The community that a place is or lies in. Refuses `area_unknown`, and for a place that is wider too. */
export async function communityAt(ctx: Pick<Ctx, 'district'>, areaId: string): Promise<CommunityPlace> {
  const { area } = await whereIs(ctx, { areaId })
  const community = (await atlasOf(ctx)).communityOf(area)
  if (!community) throw new Refusal('area_unknown', { area: area.nameZh })
  return { community, path: community.path }
}

const desks: ReadonlySet<string> = new Set(['community_desk', 'street_desk'])

/** The areas of the asker's desks of territory. */
export const deskAreas = (posts: readonly WhoPost[]): string[] =>
  posts.filter((post) => desks.has(post.kind)).map((post) => post.areaId)

/** The unit in whose name a desk speaks there: that of the post that is nearest. */
export function speakingUnit(posts: readonly WhoPost[], path: readonly string[]): string | null {
  const nearest = posts
    .filter((post) => desks.has(post.kind) && path.includes(post.areaId))
    .sort((a, b) => path.indexOf(b.areaId) - path.indexOf(a.areaId))
  return nearest[0]?.unitId ?? null
}
