import { type Atlas, atlasOf } from '../areas/door.ts'
import { dayOf, iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { FindAccounts, FoundAccount, FoundAccounts } from './accounts.contract.ts'
import type { PostRow } from './contract.ts'
import { maskPhone } from './phone.rule.ts'
import { selectPostsOf, type TermPost } from './post.sql.ts'
import { countStaff, type StaffQuery, type StaffRow, selectStaff } from './staff.sql.ts'

/** Staff accounts with all their posts, page by page, the latest opened first, and how many match. For administrators. */
export async function listAccounts(ctx: Ctx, asked: FindAccounts): Promise<FoundAccounts> {
  ctx.must('people.manage')
  const { after = null, limit } = asked
  const query = queryOf(ctx, asked)
  const found = await selectStaff(ctx.district.pools.auth, query, { after, limit: limit + 1 })
  const staff = found.slice(0, limit)
  return {
    rows: await withPosts(ctx, staff),
    next: found.length > limit ? staff.at(-1)!.id : null,
    total: await countStaff(ctx.district.pools.auth, query),
  }
}

const rowsPerPage = 200

/** Every account that matches, for a sheet: read page by page. The asker's permission was seen by the caller. */
export async function* everyAccount(ctx: Ctx, asked: FindAccounts): AsyncGenerator<FoundAccount> {
  const query = queryOf(ctx, asked)
  for (let after: string | null = null; ; ) {
    const staff = await selectStaff(ctx.district.pools.auth, query, { after, limit: rowsPerPage })
    yield* await withPosts(ctx, staff)
    if (staff.length < rowsPerPage) return
    after = staff.at(-1)!.id
  }
}

const queryOf = (ctx: Ctx, asked: FindAccounts): StaffQuery => ({
  text: asked.text.toLowerCase(),
  kind: asked.kind ?? null,
  unitId: asked.unitId ?? null,
  areaId: asked.areaId ?? null,
  endsBefore: asked.endsBefore ?? null,
  closed: asked.closed,
  today: dayOf(ctx.clock.now(), ctx.district.timeZone),
})

async function withPosts(ctx: Ctx, staff: readonly StaffRow[]): Promise<FoundAccount[]> {
  const posts = await ctx.read((tx) =>
    selectPostsOf(
      tx,
      staff.map(({ id }) => id),
    ),
  )
  const atlas = await atlasOf(ctx)
  const postsOf = Map.groupBy(posts, ({ accountId }) => accountId)
  return staff.map(({ id, name, accountName, openedAt, closedAt, hasSecondFactor }) => ({
    id,
    name,
    accountName,
    openedAt: iso(openedAt),
    closedAt: closedAt && iso(closedAt),
    hasSecondFactor,
    posts: (postsOf.get(id) ?? []).map((post) => rowOf(atlas, post)),
  }))
}

function rowOf(atlas: Atlas, { publicPhone, accountId: _, ...post }: TermPost): PostRow {
  const area = atlas.get(post.area.id)
  const steps = area ? atlas.stepsOf(area).slice(1) : []
  return {
    ...post,
    way: steps.map(({ nameZh, nameEn }) => ({ nameZh, nameEn })),
    publicPhoneMasked: publicPhone === null ? null : maskPhone(publicPhone),
  }
}
