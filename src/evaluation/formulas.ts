import { atlasOf } from '../areas/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import type { AnnounceFormula, Filed, FormulaList } from './contract.ts'
import { assessmentLine } from './events.ts'
import { formulaOf, mayAnnounce, mustWeigh } from './formula.rule.ts'
import { insertFormula, selectFormulas } from './formula.sql.ts'
import { may } from './may.ts'
import { monthOfDay } from './months.rule.ts'

/** The formula of this month, and all that the district announced: whoever is assessed by it reads it. */
export async function readFormulas(ctx: Ctx): Promise<FormulaList> {
  ctx.must('assessment.see')
  const announced = await ctx.read(selectFormulas)
  const month = monthOfDay(dayOf(ctx.clock.now(), ctx.district.timeZone))
  return {
    inForce: formulaOf(month, announced),
    announced,
    mayAnnounce: may(ctx, 'assessment.decide'),
  }
}

/** Announces a formula from a month on that has not begun: nobody is measured by what they could not know. Refuses `assessment_formula_late`, `assessment_weights_empty`, `assessment_formula_announced`. */
export async function announceFormula(ctx: Ctx, input: AnnounceFormula): Promise<Filed> {
  ctx.must('assessment.decide')
  const { requestId: _, fromMonth, ...rules } = input
  const now = ctx.clock.now()
  if (!mayAnnounce(fromMonth, dayOf(now, ctx.district.timeZone)))
    throw new Refusal('assessment_formula_late', { field: 'fromMonth' })
  mustWeigh(rules)
  const { district } = await atlasOf(ctx)
  return actOnce(ctx, input, async (tx) => {
    const id = newId(now.epochMilliseconds)
    await insertFormula(tx, id, fromMonth, rules)
    const data = { ...rules, fromMonth }
    tx.record(assessmentLine('assessment.formula_announced', { chain: district.id, subject: id, data }))
    return { id }
  })
}
