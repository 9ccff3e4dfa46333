import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { selectPostHolders } from './post-holders.sql.ts'

/** How many grid workers and grid leaders hold a post in these areas today. */
export async function countGridPosts(
  { clock, district }: Pick<Ctx, 'clock' | 'district'>,
  tx: Tx,
  areaIds: readonly string[],
): Promise<number> {
  const today = dayOf(clock.now(), district.timeZone)
  const holders = await selectPostHolders(tx.db, {
    kinds: ['grid_worker', 'grid_leader'],
    unitIds: [],
    areaIds,
  })
  return holders.filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn > today))
    .length
}
