import { selectSeenCases } from '../cases/door.ts'
import { fraction, roundHalfUp } from '../kernel/fraction.ts'
import { unitsBeside } from '../organisations/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { readAssessed } from './may.ts'
import { headOf, todayOf } from './month.ts'
import { monthOfDay } from './months.rule.ts'
import { selectGroups, selectOwnTimings } from './timing.sql.ts'
import type { Groups, OwnTimings, TimingQuery } from './timings.contract.ts'

/** How long the asker's own acts took. Nobody is shown anybody else's (Care 6). */
export async function ownTimings(ctx: Ctx, { month }: TimingQuery): Promise<OwnTimings> {
  ctx.must('case.see')
  const asked = month ?? monthOfDay(todayOf(ctx))
  const { accountId } = ctx.who
  if (accountId === null) return { month: asked, rows: [] }
  return ctx.read(async (tx) => {
    const found = await selectOwnTimings(tx, asked, accountId)
    const cases = await selectSeenCases(
      tx,
      found.map(({ caseId }) => caseId),
    )
    const rows = found.map(({ at, ...timing }) => ({
      ...timing,
      number: cases.get(timing.caseId)?.number ?? null,
      at: iso(at),
    }))
    return { month: asked, rows }
  })
}

/** How long the workers of the units in sight took together, of groups that are large enough to name nobody. */
export async function workerGroups(ctx: Ctx, { month }: TimingQuery): Promise<Groups> {
  ctx.must('assessment.see')
  return readAssessed(ctx, async (tx) => {
    const { head, formula } = await headOf(ctx, tx, month)
    const found = await selectGroups(tx, head.month, formula.leastWorkers)
    const units = await unitsBeside(tx, { ids: found.map(({ unitId }) => unitId) })
    const names = new Map(units.map(({ id, zh, en }) => [id, { id, zh, en }]))
    const rows = found.map(({ unitId, minutes, ...group }) => ({
      ...group,
      unit: names.get(unitId)!,
      averageMinutes: roundHalfUp(fraction(minutes, group.acts)),
    }))
    return { month: head.month, least: formula.leastWorkers, rows }
  })
}
