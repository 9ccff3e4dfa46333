import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type Atlas, atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { type NewUnit, newUnit } from './add-unit.ts'
import type { ListedUnit } from './contract.ts'
import { AddUnit } from './contract.ts'
import { unitLine } from './events.ts'
import { insertOffices } from './offices.sql.ts'
import { usualOfficesOf } from './open-offices.ts'
import { insertUnits, unitsByCode } from './units.sql.ts'

/**
 * Enters a list of units that act from today on, in one transaction with one line of the journal; a unit above stands
 * earlier in the list or in the district. A code that stands already is left as it is. Returns how many were new.
 * Refuses `area_unknown`, `unit_unknown` where the unit above is in neither, and a place where its kind cannot stand.
 */
export async function addUnits(ctx: Ctx, units: readonly ListedUnit[]): Promise<number> {
  ctx.must('unit.manage')
  const atlas = await atlasOf(ctx)
  return ctx.transaction((tx) => enterUnits(ctx, tx, atlas, units))
}

/** The same within a transaction, for whoever writes more in it and has seen that the asker may. */
export async function enterUnits(
  ctx: Ctx,
  tx: Tx,
  atlas: Atlas,
  units: readonly ListedUnit[],
): Promise<number> {
  const known = await unitsByCode(tx)
  const added: NewUnit[] = []
  for (const { parentCode, ...unit } of units) {
    if (known.has(unit.code)) continue
    const parent = parentCode === null ? null : known.get(parentCode)
    if (parent === undefined || parent?.dissolved)
      throw new Refusal('unit_unknown', { code: parentCode ?? '' })
    const made = newUnit(ctx, atlas, AddUnit.parse({ ...unit, parentId: parent?.id ?? null }), parent)
    added.push(made)
    known.set(unit.code, { ...made, dissolved: false })
  }
  if (added.length === 0) return 0
  await insertUnits(tx, added)
  await insertOffices(tx, usualOfficesOf(ctx, added))
  const digest = createHash('sha256').update(canonicalize(added)!).digest('hex')
  const { id } = atlas.district
  tx.record(unitLine('units.added', { chain: id, subject: id, data: { count: added.length, digest } }))
  return added.length
}
