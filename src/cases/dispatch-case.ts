import type { WorkCalendar } from '../kernel/calendar.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Matter } from '../matters/contract.ts'
import { calendarOf, matterOf } from '../matters/door.ts'
import { findUnit, mustTakeCases, unitPaths } from '../organisations/door.ts'
import { mustDispatch } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, DispatchCase } from './acts.contract.ts'
import type { Case } from './case.sql.ts'
import { moveGuards } from './case.sql.ts'
import { freshAccount, momentsOf } from './clocks.ts'
import { hurried, shareFor } from './emergency/hurry.rule.ts'
import { modesNow } from './emergency/modes-now.ts'
import { line } from './events.ts'
import { loadParts, type NewPart, putParts } from './part.sql.ts'
import { move } from './stage.rule.ts'
import { whoAnswers } from './who-answers.ts'

/** 交办: hands a screened case to the unit that the catalogue names, or to another with a reason. */
export const dispatchCase = (ctx: Ctx, caseId: string, input: DispatchCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.dispatch', caseId, input, async (before, { tx, keep, next }) => {
    if (!before.matter) throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'dispatched' })
    const matter = await matterOf(ctx, before.matter)
    mustDispatch(ctx.who, matter.level, before.reach)
    const chosen = await chooseLead(ctx, tx, before, matter, input)
    if (before.confidential) await mustBeDistrictUnits(tx, [chosen.unitId, ...input.assistUnitIds])
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
            precedentId: chosen.precedentId,
            units: units.told,
            commits: kept.commits,
          },
        }),
      ],
    }
  })

/** The centre's word decides, or else the catalogue; a person can say otherwise, with a reason. */
async function chooseLead(ctx: Ctx, tx: Tx, before: Case, matter: Matter, input: DispatchCase) {
  const answering = await whoAnswers(ctx, tx, before, matter)
  const unitId = input.leadUnitId ?? answering?.unitId
  if (!unitId) throw new Refusal('matter_has_no_unit', { matter: matter.code })
  if (input.assistUnitIds.includes(unitId) || new Set(input.assistUnitIds).size < input.assistUnitIds.length)
    throw new Refusal('case_units_repeat', { field: 'assistUnitIds' })
  const overridden = unitId !== answering?.unitId
  if (overridden && !input.reason) throw new Refusal('case_reason_needed', { field: 'reason' })
  return { unitId, overridden, precedentId: (!overridden && answering?.precedent?.id) || null }
}

/** A petition or a report of wrongdoing never goes to a unit of the place that it speaks of (Care 3). */
export async function mustBeDistrictUnits(tx: Tx, unitIds: readonly string[]): Promise<void> {
  for (const unitId of unitIds) {
    const unit = await findUnit(tx, unitId)
    if (unit && unit.kind !== 'centre' && unit.kind !== 'department')
      throw new Refusal('confidential_unit_refused', { unit: unit.nameZh })
  }
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
  await mustTakeCases(
    tx,
    hands.map((hand) => hand.unitId),
  )
  const dispatchedAt = ctx.clock.now()
  const share = shareFor(await modesNow(ctx), before, matter.code)
  const account = freshAccount(hurried(matter, share), calendar, dispatchedAt)
  const { dueAt, yellowAt } = momentsOf(account)
  const held = (await loadParts(tx, before.id)).filter((part) => part.stage !== 'returned')
  const units = await unitsWithSight(
    tx,
    before,
    [...hands, ...held].map((hand) => hand.unitId),
  )
  const parts: NewPart[] = hands.map((hand) => ({ ...hand, dispatchedAt, dueAt, yellowAt }))
  await putParts(tx, before.id, parts, { reach: before.reach, units })
  const changed = units.length !== before.units.length || units.some((id) => !before.units.includes(id))
  if (changed) await moveGuards(tx, [{ id: before.id, reach: before.reach, units }])
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
    told: hands.map((hand) => ({ ...hand, dueAt: account.dueAt!, provisional, share })),
  }
}

/** The units at work and those above them; of a confidential case the units at work alone. Who gave it back sees no more. */
async function unitsWithSight(tx: Tx, before: Case, unitIds: readonly string[]): Promise<string[]> {
  const own = [...new Set(unitIds)]
  const paths = await unitPaths(tx, own)
  return before.confidential ? own : paths
}
