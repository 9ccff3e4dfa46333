import { atlasOf } from '../areas/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import type { SetVisitRule, VisitRules } from './contract.ts'
import { visitLine } from './events.ts'
import { insertRule, selectRules } from './rule.sql.ts'
import { rulesOn } from './rules.rule.ts'

/** How many days may pass, by need: today, and what is set for later. For whoever sees or counts the register. */
export async function readVisitRules(ctx: Ctx): Promise<VisitRules> {
  const set = ctx.who.acts.includes('matter.manage')
  if (!set && !ctx.who.acts.includes('register.see')) ctx.must('register.count')
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const announced = await ctx.read(selectRules)
  return {
    inForce: rulesOn(today, announced),
    coming: announced.filter(({ validFrom }) => validFrom > today),
    can: { set },
  }
}

/** The district sets how many days may pass for a need, from a day on. Refuses `visit_rule_past`, `visit_rule_set`. */
export async function setVisitRule(ctx: Ctx, input: SetVisitRule): Promise<{ readonly id: string }> {
  ctx.must('matter.manage')
  const now = ctx.clock.now()
  if (input.validFrom < dayOf(now, ctx.district.timeZone))
    throw new Refusal('visit_rule_past', { field: 'validFrom' })
  const { district } = await atlasOf(ctx)
  return actOnce(ctx, input, async (tx) => {
    const id = newId(now.epochMilliseconds)
    const { need, days, validFrom } = input
    await insertRule(tx, id, input)
    tx.record(
      visitLine('visit_rule.set', { chain: district.id, subject: id, data: { need, days, validFrom } }),
    )
    return { id }
  })
}
