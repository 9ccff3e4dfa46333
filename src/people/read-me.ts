import { atlasOf } from '../areas/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isSetUp } from './account.sql.ts'
import type { Me } from './contract.ts'
import { actsOf } from './permission.rule.ts'
import { selectNamedPosts } from './post.sql.ts'

/** Who asks and what they may do here; for the anonymous the public acts. */
export async function readMe(ctx: Ctx): Promise<Me> {
  const { who, district } = ctx
  const atlas = await atlasOf(ctx)
  const own = atlas.isEmpty ? null : atlas.district
  const { posts, needsSetUp } = await ctx.read(async (tx) => ({
    needsSetUp: !(await isSetUp(tx)),
    posts: await selectNamedPosts(
      tx,
      who.posts.map((post) => post.id),
    ),
  }))
  const hasAccount = who.kind === 'staff' || who.kind === 'resident'
  return {
    account: hasAccount ? { id: who.accountId!, kind: who.kind, name: who.name ?? '' } : null,
    posts,
    acts: actsOf(who),
    district: {
      id: district.id,
      areaId: own?.id ?? null,
      // The map's name is the one that set-up and imports keep; the directory's is what the installer was told.
      nameZh: own?.nameZh ?? district.nameZh,
      nameEn: own?.nameEn ?? district.nameEn,
      demonstration: district.demonstration,
      needsSetUp,
    },
  }
}
