import { whereIs } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Unit } from './contract.ts'
import { AddUnit } from './contract.ts'
import { unitLine } from './events.ts'
import { findUnit, insertUnit } from './units.sql.ts'

/** Enters a unit that acts from today on. Refuses a code that is taken, an unknown area and an unknown unit above. */
export async function addUnit(ctx: Ctx, body: AddUnit): Promise<Unit> {
  ctx.must('unit.manage')
  const wanted = AddUnit.parse(body)
  const { path } = await whereIs(ctx, { areaId: wanted.areaId })
  return ctx.transaction(async (tx) => {
    const now = ctx.clock.now()
    const parent = wanted.parentId ? await findUnit(tx, wanted.parentId) : null
    if (wanted.parentId && !parent) throw new Refusal('unit_unknown')
    const validFrom = dayOf(now, ctx.district.timeZone)
    const unit = await insertUnit(
      tx,
      { ...wanted, parentPath: parent?.path ?? [], validFrom },
      now.epochMilliseconds,
    )
    const { id: unitId, kind, line, areaId, parentId } = unit
    tx.record(
      unitLine('unit.added', {
        chain: path[0]!,
        subject: unitId,
        data: { unitId, kind, line, areaId, parentId },
      }),
    )
    return unit
  })
}
