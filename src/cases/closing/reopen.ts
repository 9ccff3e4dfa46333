import { calendarOf, matterOf } from '../../matters/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { NewLine } from '../../platform/events.ts'
import type { Scene } from '../act.ts'
import type { Case, CaseChange } from '../case.sql.ts'
import { responseMoments } from '../clocks.ts'
import { handOver } from '../dispatch-case.ts'
import { line } from '../events.ts'
import { loadParts } from '../part.sql.ts'
import { reopen } from '../stage.rule.ts'
import type { ReopenReason } from './kinds.contract.ts'

/**
 * 退回重办: with fresh clocks, by the units that had it; or, without a unit, from the desk that screens. What its reporter
 * said stands in the story; of the next result they are asked anew.
 */
export async function reopenCase(
  ctx: Ctx,
  { tx, next }: Scene,
  before: Case,
  because: ReopenReason | 'found_hollow',
): Promise<{ readonly change: CaseChange; readonly line: NewLine }> {
  await tx.openStory([before.id])
  const parts = before.leadUnitId ? await loadParts(tx, before.id) : []
  const matter = await matterOf(ctx, before.matter!)
  const calendar = await calendarOf(ctx)
  // A unit that gave the case back does not get it again.
  const hands = parts
    .filter((part) => part.stage !== 'returned')
    .map(({ unitId }) => ({
      unitId,
      role: unitId === before.leadUnitId ? ('lead' as const) : ('assist' as const),
    }))
  const data = { because, matter: matter.code }
  const anew = { reopened: before.reopened + 1, closedAt: null, solved: null, rating: null }
  if (hands.length === 0) {
    // Solved on the spot, without a unit: it goes back to the desk that screens, and the response clock begins again.
    const change: CaseChange = {
      ...anew,
      stage: reopen(before.stage, 'screened'),
      resolvedAt: null,
      respondedAt: null,
      clockStopped: false,
      ...responseMoments(ctx.clock.now(), matter, calendar),
    }
    return { change, line: line('case.reopened', { ...next(), data: { ...data, units: [] } }) }
  }
  const units = await handOver(ctx, tx, before, matter, calendar, hands)
  return {
    change: { ...anew, stage: reopen(before.stage, 'dispatched'), ...units.change },
    line: line('case.reopened', { ...next(), data: { ...data, units: units.told } }),
  }
}
