import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { selectStaff } from './account.sql.ts'
import type { AccountPage, ListAccounts, PostRow } from './contract.ts'
import { maskPhone } from './phone.rule.ts'
import { selectPostsOf, type TermPost } from './post.sql.ts'

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
  const postsOf = Map.groupBy(posts, ({ accountId }) => accountId)
  return {
    rows: staff.map(({ id, name, accountName, openedAt }) => ({
      id,
      name,
      accountName,
      openedAt: iso(openedAt),
      posts: (postsOf.get(id) ?? []).map(toPostRow),
    })),
    next: found.length > limit ? staff.at(-1)!.id : null,
  }
}

const toPostRow = ({ publicPhone, accountId: _, ...post }: TermPost): PostRow => ({
  ...post,
  publicPhoneMasked: publicPhone === null ? null : maskPhone(publicPhone),
})
