import { type RawBuilder, sql } from 'kysely'
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
