import { atlasOf } from '../areas/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf, iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import type { Tx } from '../platform/transaction.ts'
import type { ClosedMonthReceipt, CloseMonth, MonthHead } from './contract.ts'
import { assessmentLine } from './events.ts'
import { type Formula, formulaOf } from './formula.rule.ts'
import { selectFormulas } from './formula.sql.ts'
import { may } from './may.ts'
import { countOpenClaims, insertMonth, selectClosedAt } from './month.sql.ts'
import { claimsUntil, monthOfDay, stateOfMonth } from './months.rule.ts'
import type { CountedNow } from './tally.sql.ts'

export const todayOf = ({ clock, district }: Pick<Ctx, 'clock' | 'district'>): string =>
  dayOf(clock.now(), district.timeZone)

/** What counts in a month, by its formula, as it is asked now. */
export const countedIn = (
  { clock, district }: Pick<Ctx, 'clock' | 'district'>,
  month: string,
  { consultations }: Formula,
): CountedNow => ({ month, now: clock.now(), timeZone: district.timeZone, consultations })

/** The month that is asked for, or this one, with its formula and how far it is. */
export async function headOf(
  ctx: Ctx,
  tx: Tx,
  month: string = monthOfDay(todayOf(ctx)),
): Promise<{ readonly head: MonthHead; readonly formula: Formula }> {
  const formula = formulaOf(month, await selectFormulas(tx))
  const closedAt = await selectClosedAt(tx, month)
  const until = claimsUntil(month, formula.objectionDays)
  const openClaims = await countOpenClaims(tx, month)
  const today = todayOf(ctx)
  const state = stateOfMonth(month, today, closedAt !== null)
  const mayClose =
    state === 'provisional' && today > until && openClaims === 0 && may(ctx, 'assessment.decide')
  return {
    formula,
    head: { month, state, claimsUntil: until, closedAt: closedAt && iso(closedAt), openClaims, mayClose },
  }
}

/**
 * Makes a month final, once its claims are over and decided: what lines say by now counts, by that month's formula, and
 * nothing that comes later changes it. Refuses `assessment_month_not_over`, `assessment_claims_open`, `assessment_month_final`.
 */
export async function closeMonth(ctx: Ctx, month: string, input: CloseMonth): Promise<ClosedMonthReceipt> {
  ctx.must('assessment.decide')
  const { district } = await atlasOf(ctx)
  const whole = { ...input, month, act: 'close' }
  return actOnce(ctx, whole, async (tx) => {
    const now = ctx.clock.now()
    const { head } = await headOf(ctx, tx, month)
    if (head.state === 'final') throw new Refusal('assessment_month_final', { month })
    if (todayOf(ctx) <= head.claimsUntil)
      throw new Refusal('assessment_month_not_over', { until: head.claimsUntil })
    if (head.openClaims > 0) throw new Refusal('assessment_claims_open', { open: head.openClaims })
    await insertMonth(tx, month, now)
    tx.record(
      assessmentLine('assessment.month_closed', {
        chain: district.id,
        subject: newId(now.epochMilliseconds),
        data: { month, closedAt: iso(now) },
      }),
    )
    return { month }
  })
}
