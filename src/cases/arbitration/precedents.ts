import { Refusal } from '../../kernel/refusal.ts'
import { areasFor } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import { line } from '../events.ts'
import { may } from '../may.ts'
import { type Names, namesFor } from '../names.ts'
import { endPrecedent, findPrecedent, type Precedent, selectPrecedents } from './precedent.sql.ts'
import type { EndPrecedent, PrecedentPage, PrecedentRow, PrecedentsQuery } from './precedents.contract.ts'

/** The centre's words for the places in which the asker dispatches. */
export async function listPrecedents(ctx: Ctx, query: PrecedentsQuery): Promise<PrecedentPage> {
  ctx.must('case.dispatch')
  return ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'case.dispatch'))
    const found = await selectPrecedents(tx, query)
    const page = found.slice(0, query.limit)
    const names = await namesFor(
      ctx,
      tx,
      page.map(({ unitId }) => unitId),
    )
    return {
      rows: page.map((precedent) => precedentRow(precedent, names)),
      next: found.length > query.limit ? (page.at(-1)?.id ?? null) : null,
      canEnd: may(ctx, 'case.arbitrate', {}),
    }
  })
}

/** A word as a page shows it. `names` knows its unit. */
export function precedentRow(precedent: Precedent, names: Names): PrecedentRow {
  const { matter, areaId, unitId, reach: _reach, ...told } = precedent
  return {
    ...told,
    matter: names.matter(matter),
    place: names.place(areaId),
    unit: names.unit(unitId)!,
  }
}

/** From now on the catalogue names the unit again. Refuses `precedent_ended` where it was over already. */
export async function stopPrecedent(ctx: Ctx, id: string, body: EndPrecedent): Promise<{ id: string }> {
  ctx.must('case.arbitrate')
  const asked = { ...body, id }
  return actOnce(ctx, asked, async (tx) => {
    const found = await findPrecedent(tx, id)
    if (!found) throw new Refusal('not_found', { kind: 'precedent' })
    ctx.must('case.arbitrate', { path: found.reach })
    const text = seal(ctx, { subject: id, kind: 'reason', body: body.reason })
    await insertTexts(tx, [text], { reach: found.reach, units: [], accountId: null, receiptHash: null })
    const ended = { by: ctx.who.accountId!, at: ctx.clock.now(), reasonId: text.id }
    if (!(await endPrecedent(tx, id, ended))) throw new Refusal('precedent_ended')
    const { matter, areaId, unitId } = found
    const data = { matter, areaId, unitId, commits: commitsOf([text]) }
    tx.record(line('precedent.ended', { chain: areaId, subject: id, data }))
    return { id }
  })
}
