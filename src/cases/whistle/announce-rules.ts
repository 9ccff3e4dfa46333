import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { AnnounceWhistleRules, FiledAdvice, WhistleRuleList } from './contract.ts'
import { whistleLine } from './events.ts'
import { rulesOn } from './limits.rule.ts'
import { insertRules, selectRules } from './rules.sql.ts'

/** The limits and deadlines of today, and all that the district announced. */
export async function readRules(ctx: Ctx): Promise<WhistleRuleList> {
  ctx.must('whistle.see')
  const announced = await ctx.read(selectRules)
  return { inForce: rulesOn(dayOf(ctx.clock.now(), ctx.district.timeZone), announced), announced }
}

/** Announces limits and deadlines from a day on, today or later: whistles that were blown keep theirs. */
export async function announceRules(ctx: Ctx, input: AnnounceWhistleRules): Promise<FiledAdvice> {
  ctx.must('matter.manage')
  const { requestId: _, ...rules } = input
  const now = ctx.clock.now()
  if (rules.validFrom < dayOf(now, ctx.district.timeZone))
    throw new Refusal('whistle_rules_past', { field: 'validFrom' })
  if (rules.reportLeastMinutes > rules.reportMostMinutes)
    throw new Refusal('input_invalid', { field: 'reportMostMinutes', rule: 'too_small' })
  const { district } = await atlasOf(ctx)
  return actOnce(ctx, input, async (tx) => {
    const id = newId(now.epochMilliseconds)
    await insertRules(tx, id, rules)
    tx.record(whistleLine('whistle.rules_announced', { chain: district.id, subject: id, data: rules }))
    return { id }
  })
}
