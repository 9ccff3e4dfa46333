import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { atlasOf } from '../areas/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { ListedUnit } from './contract.ts'
import { AddUnit } from './contract.ts'
import { unitLine } from './events.ts'
import { insertUnits, type UnitToInsert, unitsByCode } from './units.sql.ts'

/**
 * Enters a list of units that act from today on, in one transaction with one line of the journal; a unit above stands
 * earlier in the list or in the district. A code that stands already is left as it is. Returns how many were new.
 * Refuses `area_unknown`, and `unit_unknown` where the unit above is in neither.
 */
export async function addUnits(ctx: Ctx, units: readonly ListedUnit[]): Promise<number> {
  ctx.must('unit.manage')
  const atlas = await atlasOf(ctx)
  return ctx.transaction(async (tx) => {
    const now = ctx.clock.now()
    const validFrom = dayOf(now, ctx.district.timeZone)
    const paths = await unitsByCode(tx)
    const added: UnitToInsert[] = []
    for (const { parentCode, ...unit } of units) {
      if (paths.has(unit.code)) continue
      const parentPath = parentCode === null ? [] : paths.get(parentCode)
      if (!parentPath) throw new Refusal('unit_unknown', { code: parentCode ?? '' })
      const wanted = AddUnit.parse({ ...unit, parentId: parentPath.at(-1) ?? null })
      atlas.known(wanted.areaId)
      const id = newId(now.epochMilliseconds)
      added.push({ ...wanted, id, path: [...parentPath, id], validFrom })
      paths.set(unit.code, [...parentPath, id])
    }
    if (added.length === 0) return 0
    await insertUnits(tx, added)
    const digest = createHash('sha256').update(canonicalize(added)!).digest('hex')
    const { id } = atlas.district
    tx.record(unitLine('units.added', { chain: id, subject: id, data: { count: added.length, digest } }))
    return added.length
  })
}
