import type { Tx } from '../../../platform/transaction.ts'

/** Whose files these areas are: the areas of their readers, each set once. */
export async function readersWithin(tx: Tx, areaIds: readonly string[]): Promise<string[][]> {
  const rows = await tx.query<{ readerAreas: string[] }>(
    'readers_of_register_files',
    `select distinct reader_areas as "readerAreas" from register_imports where reader_areas && $1::uuid[]`,
    [areaIds],
  )
  return rows.map(({ readerAreas }) => readerAreas)
}

export interface MovedReader {
  readonly readerAreas: readonly string[]
  readonly reach: readonly string[]
}

/** Puts files and their rows under the areas that hold all of their readers' areas now. */
export async function moveFiles(tx: Tx, moved: readonly MovedReader[]): Promise<void> {
  const files = await tx.query<{ id: string }>(
    'move_register_imports',
    `update register_imports i set reach = m.reach
     from jsonb_to_recordset($1::jsonb) as m ("readerAreas" uuid[], reach uuid[])
     where i.reader_areas = m."readerAreas" and i.reach <> m.reach returning i.id`,
    [JSON.stringify(moved)],
  )
  await tx.query(
    'move_register_import_rows',
    `update register_import_rows r set reach = i.reach from register_imports i
     where i.id = any ($1::uuid[]) and r.import_id = i.id and r.reach <> i.reach`,
    [files.map(({ id }) => id)],
  )
}

/** Rows that write down somebody in these buildings, which lie outside their readers' areas now; by import. */
export async function rowsLeftOutside(
  tx: Tx,
  buildings: readonly { readonly areaId: string; readonly path: readonly string[] }[],
): Promise<{ importId: string; ns: number[] }[]> {
  return tx.query<{ importId: string; ns: number[] }>(
    'register_rows_left_outside',
    `select r.import_id as "importId", array_agg(r.n order by r.n) as ns
     from register_import_rows r
     join jsonb_to_recordset($1::jsonb) as p ("areaId" uuid, path uuid[])
       on (r.plan -> 'home' ->> 'buildingId')::uuid = p."areaId"
     where r.plan is not null and cardinality(r.reader_areas) > 0 and not r.reader_areas && p.path
     group by r.import_id`,
    [JSON.stringify(buildings)],
  )
}
