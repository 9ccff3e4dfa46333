import { type Atlas, atlasOf } from '../areas/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import type { Tx } from '../platform/transaction.ts'
import { freeCode, onlyBodyIn } from './bodies.sql.ts'
import { bodyPlaces, placeFault } from './body-place.rule.ts'
import type { AddUnit, Unit } from './contract.ts'
import { FoundBody, isAnswering } from './contract.ts'
import { unitLine } from './events.ts'
import { insertOffices } from './offices.sql.ts'
import { usualOfficesOf } from './open-offices.ts'
import { findUnit, insertUnits, type KnownUnit } from './units.sql.ts'

/**
 * Refuses whoever may not keep bodies of this kind there: what cases are handed to is the administrator's
 * (`unit.manage`); the others are also their street's (`body.manage`).
 */
export function mustKeep(ctx: Ctx, kind: string, areaPath?: readonly string[]): void {
  if (isAnswering(kind)) ctx.must('unit.manage')
  else ctx.must('body.manage', areaPath && { path: areaPath })
}

/**
 * Enters a body that acts, with the offices that its kind usually has; its code and the body above may be left out. Refuses a code that is taken, an unknown area, an
 * unknown body above, and a place where its kind cannot stand (`body_area_wrong` and its kin).
 */
export async function addUnit(ctx: Ctx, body: FoundBody): Promise<Unit> {
  const { requestId, ...wanted } = FoundBody.parse(body)
  mustKeep(ctx, wanted.kind)
  const atlas = await atlasOf(ctx)
  const area = atlas.known(wanted.areaId)
  mustKeep(ctx, wanted.kind, area.path)
  const found = async (tx: Tx): Promise<Unit> => {
    const { under, alone } = bodyPlaces[wanted.kind]
    const { parentId: above = alone ? null : await onlyBodyIn(tx, under, area.path) } = wanted
    const parent = above ? await findUnit(tx, above) : null
    if (above && !parent) throw new Refusal('unit_unknown')
    const { code = await freeCode(tx, area.code) } = wanted
    const unit = newUnit(
      ctx,
      atlas,
      { ...wanted, code, parentId: above },
      parent && { ...parent, dissolved: false },
    )
    await insertUnits(tx, [unit])
    await insertOffices(tx, usualOfficesOf(ctx, [unit]))
    const { id: unitId, kind, line, areaId, parentId } = unit
    tx.record(
      unitLine('unit.added', {
        chain: atlas.district.id,
        subject: unitId,
        data: { unitId, kind, line, areaId, parentId },
      }),
    )
    const { path: _path, validFrom: _validFrom, ...made } = unit
    return made
  }
  return requestId === undefined ? ctx.transaction(found) : actOnce(ctx, { requestId, ...wanted }, found)
}

export type NewUnit = Unit & { readonly path: readonly string[]; readonly validFrom: string }

/** A unit as it is to be written, in a place where its kind may stand. Refuses as `addUnit`. */
export function newUnit(
  { clock, district }: Pick<Ctx, 'clock' | 'district'>,
  atlas: Atlas,
  { foundedOn, ...wanted }: ReturnType<typeof AddUnit.parse>,
  parent: KnownUnit | null,
): NewUnit {
  const now = clock.now()
  const today = dayOf(now, district.timeZone)
  if (foundedOn !== undefined && foundedOn > today)
    throw new Refusal('input_invalid', { field: 'foundedOn', rule: 'future' })
  const area = atlas.known(wanted.areaId)
  if (area.ended) throw new Refusal('area_unknown')
  const fault = placeFault({ kind: wanted.kind, areaKind: area.kind, areaPath: area.path }, parent)
  if (fault) throw new Refusal(fault, { kind: wanted.kind, area: area.kind, parent: parent?.kind ?? null })
  const id = newId(now.epochMilliseconds)
  return { ...wanted, id, path: [...(parent?.path ?? []), id], validFrom: foundedOn ?? today }
}
