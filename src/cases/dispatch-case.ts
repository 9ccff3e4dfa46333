import type { WorkCalendar } from '../kernel/calendar.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Matter } from '../matters/contract.ts'
import { calendarOf, matterOf } from '../matters/door.ts'
import { findAnswering, unitPaths } from '../organisations/door.ts'
import { mustDispatch } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, DispatchCase } from './acts.contract.ts'
import type { Case } from './case.sql.ts'
import { moveGuards } from './case.sql.ts'
import { freshAccount, momentsOf } from './clocks.ts'
import { line } from './events.ts'
import { type NewPart, putParts } from './part.sql.ts'
import { move } from './stage.rule.ts'

/** 交办: hands a screened case to the unit that the catalogue names, or to another with a reason. */
export const dispatchCase = (ctx: Ctx, caseId: string, input: DispatchCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.dispatch', caseId, input, async (before, { tx, keep, next }) => {
    if (!before.matter) throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'dispatched' })
    const matter = await matterOf(ctx, before.matter)
    mustDispatch(ctx.who, matter.level, before.reach)
    const chosen = await chooseLead(tx, before, matter, input)
    const kept = await keep(input.reason ? [{ kind: 'reason', body: input.reason }] : [])
    const units = await handOver(ctx, tx, before, matter, await calendarOf(ctx), [
      { unitId: chosen.unitId, role: 'lead' },
      ...input.assistUnitIds.map((unitId) => ({ unitId, role: 'assist' as const })),
    ])
    return {
      change: { stage: move(before.stage, 'dispatched'), ...units.change },
      lines: [
        line('case.dispatched', {
          ...next(),
          data: {
            matter: matter.code,
            matterId: matter.id,
            overridden: chosen.overridden,
            units: units.told,
            commits: kept.commits,
          },
        }),
      ],
    }
  })

/** The catalogue decides; a person can say otherwise, with a reason. */
async function chooseLead(tx: Tx, before: Case, matter: Matter, input: DispatchCase) {
  const answering = await findAnswering(tx, matter.answers, before.path)
  const unitId = input.leadUnitId ?? answering?.unitId
  if (!unitId) throw new Refusal('matter_has_no_unit', { matter: matter.code })
  if (input.assistUnitIds.includes(unitId) || new Set(input.assistUnitIds).size < input.assistUnitIds.length)
    throw new Refusal('case_units_repeat', { field: 'assistUnitIds' })
  const overridden = unitId !== answering?.unitId
  if (overridden && !input.reason) throw new Refusal('case_reason_needed', { field: 'reason' })
  return { unitId, overridden }
}

export interface Hand {
  readonly unitId: string
  readonly role: 'lead' | 'assist'
}

/** Gives units their parts, each with a clock that starts now, and opens the case to them and those above them. */
export async function handOver(
  ctx: Ctx,
  tx: Tx,
  before: Case,
  matter: Matter,
  calendar: WorkCalendar,
  hands: readonly Hand[],
) {
  const dispatchedAt = ctx.clock.now()
  const account = freshAccount(matter, calendar, dispatchedAt)
  const { dueAt, yellowAt } = momentsOf(account)
  const paths = await unitPaths(
    tx,
    hands.map((hand) => hand.unitId),
  )
  const units = [...new Set([...before.units, ...paths])]
  const parts: NewPart[] = hands.map((hand) => ({ ...hand, dispatchedAt, dueAt, yellowAt }))
  await putParts(tx, before.id, parts, { reach: before.reach, units })
  if (units.length > before.units.length)
    await moveGuards(tx, [{ id: before.id, reach: before.reach, units }])
  const provisional = account.provisional
  return {
    change: {
      units,
      leadUnitId: hands.find((hand) => hand.role === 'lead')!.unitId,
      dispatchedAt,
      dueAt,
      yellowAt,
      provisional,
      clockStopped: false,
      resolvedAt: null,
    },
    told: hands.map((hand) => ({ ...hand, dueAt: account.dueAt!, provisional })),
  }
}
