import { Refusal } from '../../kernel/refusal.ts'
import { areasFor } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { DeliveryPage, DeliveryQuery, OneAct, RobotDone } from './contract.ts'
import { retryRow, selectDeliveries } from './robot.sql.ts'

/** What the asker's robots told and what failed, the latest first. */
export async function listDeliveries(ctx: Ctx, query: DeliveryQuery): Promise<DeliveryPage> {
  ctx.must('channel.manage')
  const found = await ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'channel.manage'))
    return selectDeliveries(tx, query)
  })
  const rows = found.slice(0, query.limit)
  return { rows, next: found.length > query.limit ? rows.at(-1)!.id : null }
}

/**
 * Sends one again that failed or was given up. Refuses `delivery_not_failed`: also where its robot is no more, and where
 * the asker does not look after it.
 */
export async function retryDelivery(ctx: Ctx, id: string, input: OneAct): Promise<RobotDone> {
  ctx.must('channel.manage')
  const asked = { ...input, id, act: 'retry' }
  return actOnce(ctx, asked, async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'channel.manage'))
    const retried = await retryRow(tx, id, ctx.clock.now())
    if (!retried) throw new Refusal('delivery_not_failed')
    ctx.must('channel.manage', { path: retried.reach })
    return { id }
  })
}
