import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Tx } from '../platform/transaction.ts'

/** For a row that is written: the areas on the way down to a place, as it lies now. */
export const pathOf = (areaId: string): RawBuilder<string[]> =>
  sql<string[]>`(select path from areas where id = ${areaId})`

/** For a row of a body that is written: where the body lies. */
export const reachOfUnit = (unitId: string): RawBuilder<string[]> =>
  sql<string[]>`(select reach from units where id = ${unitId})`

/** Puts bodies, their lives and their offices where their areas lie now. Run again it changes nothing. */
export async function moveUnits(tx: Tx): Promise<void> {
  await tx.query(
    'move_units',
    'update units u set reach = a.path from areas a where a.id = u.area_id and u.reach <> a.path',
    [],
  )
  for (const table of ['unit_phases', 'offices'])
    await tx.query(
      `move_${table}`,
      `update ${table} t set reach = u.reach from units u where u.id = t.unit_id and t.reach <> u.reach`,
      [],
    )
}

/** Who may see what is said of a unit: posts where it stands, and those of it and of the units above it. For followers. */
export async function sightsOfUnits(
  db: Kysely<Tables>,
  unitIds: readonly string[],
): Promise<Map<string, { readonly reach: readonly string[]; readonly units: readonly string[] }>> {
  if (unitIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('units')
    .select(['id', 'path', 'reach'])
    .where('id', 'in', [...new Set(unitIds)])
    .execute()
  return new Map(rows.map(({ id, path, reach }) => [id, { reach, units: path }]))
}

/** A unit as a page names it that shows many side by side. */
export interface UnitBeside {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly zh: string
  readonly en: string
  readonly path: readonly string[]
  readonly reach: readonly string[]
}

/** These units, or without ids all of the kinds, in order of kind and code. */
export async function unitsBeside(
  tx: Tx,
  { ids, kinds }: { readonly ids?: readonly string[]; readonly kinds?: readonly string[] },
): Promise<UnitBeside[]> {
  if (ids?.length === 0) return []
  return tx.db
    .selectFrom('units')
    .select(['id', 'code', 'kind', 'name_zh as zh', 'name_en as en', 'path', 'reach'])
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? [])]))
    .orderBy('kind')
    .orderBy('code')
    .execute()
}
