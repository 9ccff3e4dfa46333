import { atlasOf } from '../areas/door.ts'
import { homePlace } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { ListVisits, VisitPage, VisitRow } from './contract.ts'
import { selectVisits } from './list.sql.ts'
import { inTurn } from './plan.ts'

/** Visits below an area, the latest logged first, in pages by key. For those who see the register there. */
export async function listVisits(ctx: Ctx, query: ListVisits): Promise<VisitPage> {
  ctx.must('register.see')
  ctx.must('register.see', { path: (await atlasOf(ctx)).known(query.areaId).path })
  return ctx.read((tx) => pageOf(ctx, tx, query))
}

/** One page, as the transaction sees it. */
export async function pageOf(ctx: Ctx, tx: Tx, query: ListVisits): Promise<VisitPage> {
  const found = await selectVisits(tx, { ...query, limit: query.limit + 1 })
  const shown = found.slice(0, query.limit)
  const rows = await inTurn(shown, async ({ label, buildingId, ...row }): Promise<VisitRow> => {
    const { homeId } = row
    return { ...row, place: label === null ? null : await homePlace(ctx, { homeId, label, buildingId }) }
  })
  return { rows, next: found.length > query.limit ? shown.at(-1)!.id : null }
}
