import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { mattersOn } from '../../matters/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { AnnounceEmergencyKind, EmergencyKindList } from './contract.ts'
import { emergencyLine } from './events.ts'
import { insertKind } from './kind.sql.ts'
import { kindsOn } from './kinds.rule.ts'
import { keptEmergencies } from './modes-now.ts'

const todayOf = (ctx: Ctx): string => dayOf(ctx.clock.now(), ctx.district.timeZone)

/** The kinds that hold today, and all that the district announced. */
export async function readEmergencyKinds(ctx: Ctx): Promise<EmergencyKindList> {
  ctx.must('emergency.declare')
  const { announced } = await keptEmergencies.of(ctx)
  return { inForce: kindsOn(todayOf(ctx), announced), announced: [...announced] }
}

/**
 * Announces what a kind says from a day on, today or later. What was declared keeps its matters and shares of time.
 * Refuses `emergency_kind_past`, `emergency_kind_announced`, `matter_unknown`.
 */
export async function announceEmergencyKind(
  ctx: Ctx,
  input: AnnounceEmergencyKind,
): Promise<{ readonly id: string }> {
  ctx.must('matter.manage')
  const { requestId: _, ...kind } = input
  if (kind.validFrom < todayOf(ctx)) throw new Refusal('emergency_kind_past', { field: 'validFrom' })
  const known = new Set((await mattersOn(ctx, kind.validFrom)).map(({ code }) => code))
  const unknown = kind.matters.find((code) => !known.has(code))
  if (unknown !== undefined) throw new Refusal('matter_unknown', { matter: unknown })
  const { district } = await atlasOf(ctx)
  const announced = await actOnce(ctx, input, async (tx) => {
    await keptEmergencies.change(tx)
    const id = newId(ctx.clock.now().epochMilliseconds)
    await insertKind(tx, id, kind)
    const { code, validFrom, matters, told, limitPercent } = kind
    tx.record(
      emergencyLine('emergency.kind_announced', {
        chain: district.id,
        subject: id,
        data: { code, validFrom, matters, told, limitPercent },
      }),
    )
    return { id }
  })
  keptEmergencies.forget(ctx)
  return announced
}
