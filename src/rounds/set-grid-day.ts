import { atlasOf } from '../areas/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { roundLine } from './events.ts'
import type { GridDayRules, SetGridDay } from './grid-day.contract.ts'
import { nextDay, ruleOf } from './grid-day.rule.ts'
import { insertDayRule, selectDayRules } from './grid-day.sql.ts'
import { workdays } from './grid-days.ts'
import { mayAt } from './may.rule.ts'

/** Which day of the month is the day in the grid, and what was announced. */
export async function readGridDayRules(ctx: Ctx): Promise<GridDayRules> {
  ctx.must('round.see')
  const { district } = await atlasOf(ctx)
  const announced = await ctx.read(selectDayRules)
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  return {
    inForce: ruleOf(today.slice(0, 7), announced),
    announced: announced.toReversed(),
    canSet: mayAt(ctx, 'round.set', district.path),
    next: nextDay(today, announced, await workdays(ctx)),
  }
}

/** Sets the day from a month to come: this month's was told to residents already. */
export async function setGridDay(ctx: Ctx, input: SetGridDay): Promise<{ id: string }> {
  ctx.must('round.set')
  const { district } = await atlasOf(ctx)
  ctx.must('round.set', { path: district.path })
  const now = ctx.clock.now()
  if (input.validFrom <= dayOf(now, ctx.district.timeZone).slice(0, 7))
    throw new Refusal('grid_day_rule_past', { field: 'validFrom' })
  return actOnce(ctx, input, async (tx) => {
    const { requestId: _, ...rule } = input
    const id = newId(now.epochMilliseconds)
    await insertDayRule(tx, id, rule)
    const data = { ...rule, validFrom: `${rule.validFrom}-01` }
    tx.record(roundLine('grid_day.set', { chain: district.id, subject: id, data }))
    return { id }
  })
}
