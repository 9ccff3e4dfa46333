import { Refusal } from '../../kernel/refusal.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { HomeUse } from './contract.ts'
import type { RegisterPlace } from './place.ts'
import type { HomeRow } from './read.contract.ts'

export interface NewHome {
  readonly id: string
  readonly label: string
  readonly labelKey: string
  readonly use: HomeUse
  readonly place: RegisterPlace
  readonly importId: string | null
}

/** A home as acts look at it. */
export interface Home extends HomeRow {
  readonly labelKey: string
  readonly buildingId: string
  readonly reach: readonly string[]
  readonly communityId: string
  readonly gridId: string | null
  readonly endedOn: string | null
}

/** Adds homes in one statement. Refuses `home_exists` where a building has one of the same label. */
export async function insertHomes(tx: Tx, homes: readonly NewHome[]): Promise<void> {
  const rows = homes.map(({ place, ...home }) => ({
    ...home,
    buildingId: place.areaId,
    reach: place.path,
    streetId: place.streetId,
    communityId: place.communityId,
    gridId: place.gridId,
  }))
  try {
    await tx.query(
      'insert_homes',
      `insert into homes (id, building_id, label, label_key, use, reach, street_id, community_id, grid_id, import_id, seq)
       select r.id, r."buildingId", r.label, r."labelKey", r.use, r.reach, r."streetId", r."communityId", r."gridId",
         r."importId", 1
       from jsonb_to_recordset($1::jsonb) as r (id uuid, "buildingId" uuid, label text, "labelKey" text, use text,
         reach uuid[], "streetId" uuid, "communityId" uuid, "gridId" uuid, "importId" uuid)`,
      [JSON.stringify(rows)],
    )
  } catch (error) {
    throw sameLabel(error)
  }
}

const sameLabel = (error: unknown): unknown =>
  violated(error) === 'homes_label' ? new Refusal('home_exists', { field: 'label' }) : error

const columns = [
  'id',
  'label',
  'label_key as labelKey',
  'use',
  'living',
  'renting',
  'confirmed_on as confirmedOn',
  'ended_on as endedOn',
  'building_id as buildingId',
  'community_id as communityId',
  'grid_id as gridId',
  'reach',
  'seq',
] as const

const homes = (tx: Tx) => tx.db.selectFrom('homes').select(columns)

const toHome = (row: Omit<Home, 'use'> & { use: string }): Home => ({ ...row, use: row.use as HomeUse })

/** The home. Refuses `not_found` where the asker does not see it. */
export async function loadHome(tx: Tx, id: string): Promise<Home> {
  const row = await homes(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'home' })
  return toHome(row)
}

/** Those of these homes that the asker sees, by id. */
export async function loadHomes(tx: Tx, ids: readonly string[]): Promise<Map<string, Home>> {
  if (ids.length === 0) return new Map()
  const rows = await homes(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toHome(row)]))
}

/** Homes that stand in a building, in the order of their label keys. */
export async function selectHomes(
  tx: Tx,
  buildingId: string,
  { after = '', limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Home[]> {
  const rows = await homes(tx)
    .where('building_id', '=', buildingId)
    .where('ended_on', 'is', null)
    .where('label_key', '>', after)
    .orderBy('label_key')
    .limit(limit)
    .execute()
  return rows.map(toHome)
}

/** Homes of these buildings whose label begins so; without a label the first of each. */
export async function selectHomesLike(
  tx: Tx,
  buildingIds: readonly string[],
  labelKey: string,
  limit: number,
): Promise<Home[]> {
  if (buildingIds.length === 0) return []
  const rows = await homes(tx)
    .where('building_id', 'in', [...buildingIds])
    .where('ended_on', 'is', null)
    .where('label_key', '>=', labelKey)
    .where('label_key', '<', `${labelKey}\u{10ffff}`)
    .orderBy('label_key')
    .limit(limit)
    .execute()
  return rows.map(toHome)
}

export interface HomeChange {
  readonly label?: string | undefined
  readonly labelKey?: string | undefined
  readonly use?: HomeUse | undefined
  readonly endedOn?: string | undefined
  readonly confirmedOn?: string | undefined
}

/** Changes a home and returns its new version. Of two at once the second is refused: `version_conflict`. */
export async function saveHome(tx: Tx, before: Home, change: HomeChange): Promise<number> {
  const set = Object.fromEntries(
    Object.entries({
      label: change.label,
      label_key: change.labelKey,
      use: change.use,
      ended_on: change.endedOn,
      confirmed_on: change.confirmedOn,
    }).filter(([, value]) => value !== undefined),
  )
  try {
    const row = await tx.db
      .updateTable('homes')
      .set({ ...set, seq: before.seq + 1 })
      .where('id', '=', before.id)
      .where('seq', '=', before.seq)
      .returning('seq')
      .executeTakeFirst()
    if (!row) throw new Refusal('version_conflict')
    return row.seq
  } catch (error) {
    throw sameLabel(error)
  }
}

/**
 * Counts anew who lives in these homes. Call it last, after every move. Refuses `home_ended` where somebody would belong
 * to a home that was ended meanwhile.
 */
export async function recountHomes(tx: Tx, homeIds: readonly string[]): Promise<void> {
  if (homeIds.length === 0) return
  const ids = [...new Set(homeIds)]
  // Written first, so that the count that follows sees whoever was entered while this one waited.
  await tx.query('hold_homes', 'update homes set living = living where id = any ($1::uuid[])', [ids])
  const rows = await tx.query<{ ended: boolean }>(
    'recount_homes',
    `update homes h set living = c.living, renting = c.renting
     from (select i.id, count(o.id) as belonging, count(o.id) filter (where o.lives)::integer as living,
         count(o.id) filter (where o.lives and o.role = 'tenant')::integer as renting
       from unnest($1::uuid[]) as i (id) left join occupancies o on o.home_id = i.id and o.to_day is null
       group by i.id) c
     where h.id = c.id
     returning h.ended_on is not null and c.belonging > 0 as ended`,
    [ids],
  )
  if (rows.some(({ ended }) => ended)) throw new Refusal('home_ended')
}

/** The street, community or grid that an area is or lies in, the narrowest, by the column that names it. */
export interface Within {
  readonly column: 'street_id' | 'community_id' | 'grid_id'
  readonly id: string
}

export interface HomeCount {
  readonly buildingPath: readonly string[]
  readonly homes: number
  readonly empty: number
  readonly living: number
  readonly renting: number
}

/** Homes and those who live in them, by building, below an area. Reads the rows of what holds it, and no others. */
export async function countHomes(tx: Tx, areaId: string, within: Within | null): Promise<HomeCount[]> {
  return tx.query<HomeCount & Record<string, unknown>>(
    `count_homes_${within?.column ?? 'all'}`,
    `select reach as "buildingPath", count(*)::integer as homes,
       count(*) filter (where use = 'dwelling' and living = 0)::integer as empty,
       sum(living)::integer as living, sum(renting)::integer as renting
     from homes where reach @> array[$1::uuid] and ended_on is null ${within ? `and ${within.column} = $2` : ''}
     group by reach`,
    within ? [areaId, within.id] : [areaId],
  )
}
