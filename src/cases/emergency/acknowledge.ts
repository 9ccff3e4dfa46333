import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { Acknowledged, AcknowledgeEmergency } from './contract.ts'
import { emergencyLine } from './events.ts'
import { loadMode } from './mode.sql.ts'
import { acknowledgeCall, selectOwnCalls } from './roster.sql.ts'

/** Says that the asker knows (收到): whoever was called, for themselves, once. Refuses `emergency_not_called`. */
export async function acknowledgeEmergency(
  ctx: Ctx,
  modeId: string,
  input: AcknowledgeEmergency,
): Promise<Acknowledged> {
  ctx.must('case.see')
  const { accountId } = ctx.who
  if (accountId === null) throw new Refusal('sign_in_needed')
  const asked = { ...input, modeId }
  return actOnce(ctx, asked, async (tx): Promise<Acknowledged> => {
    const mode = await loadMode(tx, modeId)
    const own = (await selectOwnCalls(tx, accountId, [modeId])).get(modeId)
    if (!own) throw new Refusal('emergency_not_called')
    const now = ctx.clock.now()
    if (own.acknowledgedAt !== null) return { modeId, acknowledgedAt: iso(own.acknowledgedAt) }
    if (await acknowledgeCall(tx, modeId, accountId, now))
      tx.record(
        emergencyLine('emergency.acknowledged', {
          chain: mode.chain,
          subject: mode.id,
          occurredAt: now,
          data: { areaId: own.areaId, unitId: own.unitId },
        }),
      )
    return { modeId, acknowledgedAt: iso(now) }
  })
}
