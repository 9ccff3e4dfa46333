import type { Atlas } from '../areas/door.ts'
import { atlasOf } from '../areas/door.ts'
import { mattersEver } from '../matters/door.ts'
import { unitNames } from '../organisations/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'

export interface Name {
  readonly zh: string
  readonly en: string
}

/** Names of places, matters and units for one answer. */
export interface Names {
  readonly place: (areaId: string) => { areaId: string; names: Name[] }
  readonly matter: (code: string | null) => (Name & { code: string }) | null
  readonly unit: (unitId: string | null) => (Name & { id: string }) | null
}

/** Looks up all names that a page needs: areas and matters (retired ones too) from memory, units in one query. */
export async function namesFor(
  ctx: Ctx,
  tx: Tx,
  unitIds: readonly (string | null | undefined)[],
): Promise<Names> {
  const atlas = await atlasOf(ctx)
  const matters = await mattersEver(ctx)
  const units = await unitNames(
    tx,
    unitIds.filter((id) => typeof id === 'string'),
  )
  return {
    place: (areaId) => ({ areaId, names: placeNames(atlas, areaId) }),
    matter: (code) => {
      const found = code === null ? undefined : matters.get(code)
      return found ? { code: found.code, zh: found.nameZh, en: found.nameEn } : null
    },
    unit: (unitId) => (unitId === null ? null : (units.get(unitId) ?? null)),
  }
}

/** From the community down; what lies above it everybody in the street knows. */
function placeNames(atlas: Atlas, areaId: string): Name[] {
  const down = atlas.stepsOf(atlas.known(areaId)).map((area) => ({ zh: area.nameZh, en: area.nameEn }))
  return down.length > 2 ? down.slice(2) : down.slice(-1)
}
