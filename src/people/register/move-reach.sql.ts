import type { Tx } from '../../platform/transaction.ts'
import type { RegisterPlace } from './place.ts'

/** Puts the homes of these buildings, and who belongs to them, where they lie now; returns whoever belongs there. */
export async function moveHomes(tx: Tx, places: readonly RegisterPlace[]): Promise<string[]> {
  const rows = JSON.stringify(places)
  await tx.query(
    'move_homes',
    `update homes h set reach = p.path, street_id = p."streetId", community_id = p."communityId", grid_id = p."gridId"
     from jsonb_to_recordset($1::jsonb) as p ("areaId" uuid, path uuid[], "streetId" uuid, "communityId" uuid,
       "gridId" uuid)
     where h.building_id = p."areaId" and h.reach <> p.path`,
    [rows],
  )
  for (const table of ['households', 'occupancies'])
    await tx.query(
      `move_${table}`,
      `update ${table} t set reach = h.reach, community_id = h.community_id
         ${table === 'occupancies' ? ', grid_id = h.grid_id' : ''}
       from homes h where h.id = t.home_id and t.reach <> h.reach and h.building_id = any ($1::uuid[])`,
      [places.map(({ areaId }) => areaId)],
    )
  const people = await tx.query<{ id: string }>(
    'people_of_buildings',
    `select distinct o.person_id as id from occupancies o join homes h on h.id = o.home_id
     where h.building_id = any ($1::uuid[])`,
    [places.map(({ areaId }) => areaId)],
  )
  return people.map(({ id }) => id)
}
