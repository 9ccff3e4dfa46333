import { atlasOf } from '../areas/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { selectStaff } from './account.sql.ts'
import type { AccountPage, ListAccounts, PostRow } from './contract.ts'
import { maskPhone } from './phone.rule.ts'
import { selectPostsOf } from './post.sql.ts'

/** Staff accounts that stand, with all their posts, page by page, the latest opened first. For administrators. */
export async function listAccounts(ctx: Ctx, { text, after, limit }: ListAccounts): Promise<AccountPage> {
  ctx.must('people.manage')
  const asked = { text: text.toLowerCase(), after: after ?? null, limit: limit + 1 }
  const found = await selectStaff(ctx.district.pools.auth, asked)
  const staff = found.slice(0, limit)
  const posts = await ctx.read((tx) =>
    selectPostsOf(
      tx,
      staff.map(({ id }) => id),
    ),
  )
  const atlas = await atlasOf(ctx)
  const wayTo = (areaId: string): PostRow['way'] => {
    const area = atlas.get(areaId)
    const steps = area ? atlas.stepsOf(area).slice(1) : []
    return steps.map(({ nameZh, nameEn }) => ({ nameZh, nameEn }))
  }
  const postsOf = Map.groupBy(posts, ({ accountId }) => accountId)
  return {
    rows: staff.map(({ id, name, accountName, openedAt }) => ({
      id,
      name,
      accountName,
      openedAt: iso(openedAt),
      posts: (postsOf.get(id) ?? []).map(({ publicPhone, accountId: _, ...post }) => ({
        ...post,
        way: wayTo(post.area.id),
        publicPhoneMasked: publicPhone === null ? null : maskPhone(publicPhone),
      })),
    })),
    next: found.length > limit ? staff.at(-1)!.id : null,
  }
}
