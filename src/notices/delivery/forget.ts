import type { Ctx } from '../../platform/ctx.ts'
import * as rows from './delivery.sql.ts'

/** Whoever is erased, or has no account any more, is told nothing more, and nothing says by what they were. */
export const forgetChannelsOf = ({ district }: Pick<Ctx, 'district'>, accountId: string): Promise<number> =>
  rows.forgetChannelsOf(district.pools.reader, accountId)

/** What became of messages, once its term is over. Returns how many went. */
export const forgetOldDeliveries = ({ district }: Ctx, before: Temporal.Instant): Promise<number> =>
  rows.dropDeliveries(district.pools.reader, before)
