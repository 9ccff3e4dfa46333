import { forgetParty, forgetReporter } from '../cases/door.ts'
import { forgetAskerOf } from '../neighbours/door.ts'
import { forgetChannelsOf } from '../notices/door.ts'
import { eraseAgain, finishErasure, openErasure } from '../people/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { forgetLists } from '../platform/sheet/jobs/forget-lists.ts'
import { forgetHeardOf } from '../visits/door.ts'
import { type ErasedLine, erasureFile, keepErasure, readErasures } from './erasure-list.ts'

/**
 * Somebody was erased in the register: what they reported and asked forgets them too, lists that wait to be taken go, the
 * erasure goes on the list outside the database, and the words by which it was looked for are forgotten last. Cut short, it
 * is done again.
 */
export async function forgetEverywhere(ctx: Ctx, erasureId: string): Promise<void> {
  const erasure = await openErasure(ctx, erasureId)
  if (!erasure) return
  const { id, personId, accountId, words, erasedAt } = erasure
  await forgetReporter(ctx, { accountId, words })
  await forgetParty(ctx, { accountId, words })
  if (personId !== null) await forgetHeardOf(ctx, personId)
  if (accountId !== null) {
    await forgetAskerOf(ctx, accountId)
    await forgetChannelsOf(ctx, accountId)
  }
  // Lists that wait to be taken may name them; whoever still wants one asks anew.
  await forgetLists(ctx.district, ctx.clock.now())
  const { dataFolder, id: district } = ctx.district
  await keepErasure(erasureFile(dataFolder, district), { id, personId, accountId, erasedAt: iso(erasedAt) })
  await finishErasure(ctx, erasure)
}

/**
 * After a backup was restored: whoever was erased since it was made is erased again, everywhere, before anybody is
 * served. Returns how many came back with the backup.
 */
export async function eraseAgainAll(ctx: Ctx, listed: readonly ErasedLine[]): Promise<number> {
  let again = 0
  for (const { personId, accountId } of listed) {
    const erasureId = await eraseAgain(ctx, { personId, accountId })
    if (erasureId === null) continue
    await forgetEverywhere(ctx, erasureId)
    again += 1
  }
  return again
}

/** As `eraseAgainAll`, from the list in the data folder. */
export const eraseListed = async (ctx: Ctx): Promise<number> =>
  eraseAgainAll(ctx, await readErasures(erasureFile(ctx.district.dataFolder, ctx.district.id)))
