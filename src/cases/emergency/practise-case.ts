import { Refusal } from '../../kernel/refusal.ts'
import { calendarOf, currentMatter } from '../../matters/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { once } from '../../platform/once.ts'
import { enter, prepare, withFreeNumber } from '../accept-case.ts'
import { loadCase, saveCase } from '../case.sql.ts'
import { responseMoments } from '../clocks.ts'
import type { AcceptCase } from '../contract.ts'
import { line } from '../events.ts'
import { move } from '../stage.rule.ts'
import type { PracticeReceipt, PractiseCase } from './contract.ts'
import { isOn } from './mode.rule.ts'
import { loadMode } from './mode.sql.ts'

/**
 * A case to practise with, in a drill that is on: accepted and screened at once, marked for ever. It goes the way of every
 * case, but stands on no board and in no figure. Refuses `emergency_over`, `emergency_no_drill`.
 */
export async function practiseCase(ctx: Ctx, modeId: string, input: PractiseCase): Promise<PracticeReceipt> {
  ctx.must('emergency.declare')
  const report: AcceptCase = {
    requestId: input.requestId,
    words: input.words,
    areaId: input.areaId,
    photos: [],
    // Who practises may say that somebody is in the water: 119 was not needed.
    notEmergency: true,
  }
  const prepared = { ...(await prepare(ctx, report)), drillId: modeId }
  const matter = await currentMatter(ctx, input.matter)
  const calendar = await calendarOf(ctx)
  return withFreeNumber(() =>
    once(ctx, input.requestId, { ...input, modeId }, async (tx, claim): Promise<PracticeReceipt> => {
      const mode = await loadMode(tx, modeId)
      ctx.must('emergency.declare', { path: mode.path })
      ctx.must('case.screen', { path: prepared.path })
      if (!mode.drill) throw new Refusal('emergency_no_drill')
      if (!isOn(mode, ctx.clock.now())) throw new Refusal('emergency_over')
      if (!prepared.path.includes(mode.areaId)) throw new Refusal('emergency_area_unfit', { field: 'areaId' })
      if (!mode.matters.includes(matter.code))
        throw new Refusal('input_invalid', { field: 'matter', rule: 'not_of_kind' })
      const { entered, receipt } = await enter(ctx, tx, report, prepared, claim)
      const accepted = await loadCase(tx, entered.id)
      const { responseDueAt, yellowAt } = responseMoments(entered.acceptedAt, matter, calendar)
      const stage = move(accepted.stage, 'screened')
      await saveCase(tx, accepted, { stage, matter: matter.code, responseDueAt, yellowAt }, 1)
      tx.record(
        line('case.screened', {
          chain: entered.chain,
          subject: entered.id,
          seq: 2,
          data: {
            matter: matter.code,
            public: false,
            confidential: accepted.confidential,
            responseDueAt: iso(responseDueAt),
            commits: {},
          },
        }),
      )
      return { caseId: receipt.caseId, number: receipt.number }
    }),
  )
}
