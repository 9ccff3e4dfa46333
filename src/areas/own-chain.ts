import type { Ctx } from '../platform/ctx.ts'
import { atlasOf } from './atlas.ts'

/**
 * The chain of the journal in which the asker's own doing is recorded where it is about no place in particular: that of the
 * area they work for, and the district's for whoever works for none. `areaId`: the area it is about after all.
 */
export async function ownChain(
  ctx: Ctx,
  areaId: string | undefined = ctx.who.posts[0]?.areaId,
): Promise<string> {
  const atlas = await atlasOf(ctx)
  return areaId === undefined ? atlas.district.id : atlas.chainOf(atlas.known(areaId))
}
