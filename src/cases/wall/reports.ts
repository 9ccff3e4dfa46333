import { readKey, writeKey } from '../../kernel/keyset.ts'
import { areasFor } from '../../people/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { casesByIds, loadCase } from '../case.sql.ts'
import { rowsOf } from '../desk.ts'
import type { ReportsPage, ReportsQuery } from './contract.ts'
import { countReports, selectReports } from './reports.sql.ts'

/**
 * The reports of one thing, newest first: what many reported on a wall. Confidential cases and practice that were joined into
 * it stand in no number and not here. Refuses `not_permitted`, `not_found`.
 */
export async function reportsOf(ctx: Ctx, caseId: string, query: ReportsQuery): Promise<ReportsPage> {
  ctx.must('case.see')
  return ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'case.see'))
    const whole = await loadCase(tx, caseId)
    ctx.must('case.see', { path: whole.reach, units: whole.units })
    const after = query.after === undefined ? null : readKey(query.after).id
    const found = await selectReports(tx, caseId, after, query.limit + 1)
    const cases = await casesByIds(tx, found.slice(0, query.limit))
    const last = found.length > query.limit ? cases.at(-1) : undefined
    return {
      number: whole.number,
      total: await countReports(tx, caseId),
      rows: await rowsOf(ctx, tx, cases),
      next: last ? writeKey({ value: iso(last.acceptedAt), id: last.id }) : null,
    }
  })
}
