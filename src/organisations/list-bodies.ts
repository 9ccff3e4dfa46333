import { type Atlas, atlasOf } from '../areas/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { countBodies, type StoredBody, selectBodies } from './bodies.sql.ts'
import type { BodyPage, BodyRow, ListBodies, UsualOffice } from './body.contract.ts'
import type { UnitKind } from './contract.ts'
import { mustBeStaff } from './must-be-staff.ts'
import { usualOffices } from './office-catalogue.rule.ts'

/**
 * Bodies of every kind by page: by kind, phase, place, the body above and part of a name. Bodies, their names and their
 * offices are public by what they are; lists of them are for staff.
 */
export async function listBodies(ctx: Ctx, query: ListBodies): Promise<BodyPage> {
  mustBeStaff(ctx)
  const atlas = await atlasOf(ctx)
  return ctx.read(async (tx) => {
    const found = await selectBodies(tx, query)
    const of = await countBodies(tx, query)
    return {
      rows: found.map((body) => bodyRow(atlas, body)),
      next: found.length === query.limit ? found.at(-1)!.code : null,
      of,
    }
  })
}

/** A stored body as contracts carry it, with the name of its area. */
export function bodyRow(atlas: Atlas, { path: _path, ...body }: StoredBody): BodyRow {
  const { id, nameZh, nameEn, kind } = atlas.known(body.areaId)
  return { ...body, area: { id, nameZh, nameEn, kind } }
}

/** The catalogue of offices for a kind of body as it holds today, each with its law. */
export function listUsualOffices(ctx: Ctx, kind: UnitKind): UsualOffice[] {
  mustBeStaff(ctx)
  return usualOffices(kind, dayOf(ctx.clock.now(), ctx.district.timeZone))
}
