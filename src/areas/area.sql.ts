import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Area, AreaKind, EstateKind, Shape } from './contract.ts'

/** An area as its row stands, with what a change must look at. */
export interface StandingArea extends Area {
  readonly shape: Shape | null
  /** YYYY-MM-DD, local: since when name, parent and shape have been as they are. */
  readonly validFrom: string
}

/** An area with its id, ready to be written. */
export type AreaToInsert = Omit<Area, 'ended'> & { readonly shape: Shape | null }

const columns = [
  'id',
  'code',
  'kind',
  'name_zh',
  'name_en',
  'parent_id',
  'path',
  'place_code',
  'estate_kind',
  'valid_from',
  'valid_to',
] as const

interface Row {
  id: string
  code: string
  kind: string
  name_zh: string
  name_en: string
  parent_id: string | null
  path: string[]
  place_code: string
  estate_kind: string | null
  valid_to: string | null
}

const areaOf = (row: Row): Area => ({
  id: row.id,
  code: row.code,
  kind: row.kind as AreaKind,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  parentId: row.parent_id,
  path: row.path,
  placeCode: row.place_code,
  estateKind: row.estate_kind as EstateKind | null,
  ended: row.valid_to !== null,
})

/** Every area that stands or stood, in order of code. */
export async function readAreas(db: Kysely<Tables>): Promise<Area[]> {
  return (await db.selectFrom('areas').select(columns).orderBy('code').execute()).map(areaOf)
}

/** Outlines of the standing areas of these kinds. */
export async function readShapes(
  db: Kysely<Tables>,
  kinds: readonly AreaKind[],
): Promise<{ id: string; shape: Shape }[]> {
  const rows = await db
    .selectFrom('areas')
    .select(['id', 'shape'])
    .where('kind', 'in', [...kinds])
    .where('valid_to', 'is', null)
    .where('shape', 'is not', null)
    .execute()
  return rows.map((row) => ({ id: row.id, shape: row.shape as Shape }))
}

/** Outlines by area id, of those that have one. */
export async function readShapesOf(tx: Tx, areaIds: readonly string[]): Promise<Map<string, Shape>> {
  if (areaIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('areas')
    .select(['id', 'shape'])
    .where('id', 'in', [...areaIds])
    .where('shape', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row.shape as Shape]))
}

/** All areas with what an import compares, by code. */
export async function readStandingAreas(tx: Tx): Promise<Map<string, StandingArea>> {
  const rows = await tx.db
    .selectFrom('areas')
    .select([...columns, 'shape'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.code,
      { ...areaOf(row), shape: row.shape as Shape | null, validFrom: row.valid_from },
    ]),
  )
}

export async function readStandingArea(
  tx: Tx,
  areaId: string,
): Promise<Omit<StandingArea, 'shape'> | undefined> {
  const row = await tx.db.selectFrom('areas').select(columns).where('id', '=', areaId).executeTakeFirst()
  return row && { ...areaOf(row), validFrom: row.valid_from }
}

/** The areas that lie in an area, itself among them, those that ended left out. */
export async function subtreeOf(tx: Tx, areaId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'area_subtree',
    'select id from areas where $1::uuid = any (path) and valid_to is null order by id',
    [areaId],
  )
  return rows.map((row) => row.id)
}

/** The paths of these areas as their rows say now, by id: for whoever cannot wait until the atlas in memory is fresh. */
export async function pathsOf(tx: Tx, areaIds: readonly string[]): Promise<Map<string, string[]>> {
  if (areaIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('areas')
    .select(['id', 'path'])
    .where('id', 'in', [...new Set(areaIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.path]))
}

/** Areas that lie or ever lay right below another one, in order of code; those that have ended too. */
export async function partsEver(tx: Tx, areaId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'parts_ever',
    `select id from areas where parent_id = $1
       or id in (select area_id from area_versions where path[cardinality(path) - 1] = $1)
     order by code`,
    [areaId],
  )
  return rows.map(({ id }) => id)
}

/** Adds areas in one statement. Those that hold others must come before them, or with them. */
export async function insertAreas(tx: Tx, areas: readonly AreaToInsert[], fromDay: string): Promise<void> {
  await tx.query(
    'insert_areas',
    `insert into areas
       (id, code, kind, name_zh, name_en, parent_id, path, place_code, estate_kind, shape, valid_from)
     select r.id, r.code, r.kind, r."nameZh", r."nameEn", r."parentId", r.path, r."placeCode", r."estateKind",
       r.shape, $2::date
     from jsonb_to_recordset($1::jsonb) as r (id uuid, code text, kind text, "nameZh" text, "nameEn" text,
       "parentId" uuid, path uuid[], "placeCode" text, "estateKind" text, shape jsonb)`,
    [JSON.stringify(areas), fromDay],
  )
}

/** Keeps what held before `fromDay` of these areas; what began that day is corrected, not kept. */
async function keepVersions(tx: Tx, areaIds: readonly string[], fromDay: string): Promise<void> {
  await tx.query(
    'keep_area_versions',
    `insert into area_versions (area_id, valid_from, valid_to, name_zh, name_en, path, shape)
     select id, valid_from, $2::date, name_zh, name_en, path, shape from areas
     where id = any ($1::uuid[]) and valid_from < $2::date`,
    [areaIds, fromDay],
  )
}

/** What a changed area is called and looks like from a day on. */
export interface AreaChange {
  readonly id: string
  readonly nameZh: string
  readonly nameEn: string
  readonly estateKind: EstateKind | null
  readonly shape: Shape | null
}

export async function changeAreas(tx: Tx, changes: readonly AreaChange[], fromDay: string): Promise<void> {
  await keepVersions(
    tx,
    changes.map((change) => change.id),
    fromDay,
  )
  await tx.query(
    'change_areas',
    `update areas a set name_zh = r."nameZh", name_en = r."nameEn", estate_kind = r."estateKind",
       shape = r.shape, valid_from = greatest(a.valid_from, $2::date)
     from jsonb_to_recordset($1::jsonb) as r (id uuid, "nameZh" text, "nameEn" text, "estateKind" text, shape jsonb)
     where a.id = r.id`,
    [JSON.stringify(changes), fromDay],
  )
}

/** Hangs an area and all that it holds under `parentPath` from a day on. Returns the ids whose path changed. */
export async function rewritePaths(
  tx: Tx,
  area: Pick<Area, 'id' | 'path'>,
  parentPath: readonly string[],
  fromDay: string,
): Promise<string[]> {
  const ids = await subtreeOf(tx, area.id)
  await keepVersions(tx, ids, fromDay)
  await tx.query(
    'rewrite_area_paths',
    `update areas set path = $2::uuid[] || path[$3::integer:cardinality(path)],
       parent_id = case when id = $4::uuid then $5::uuid else parent_id end,
       valid_from = greatest(valid_from, $6::date)
     where id = any ($1::uuid[])`,
    [ids, parentPath, area.path.length, area.id, parentPath.at(-1), fromDay],
  )
  return ids
}

export async function markEnded(tx: Tx, areaId: string, fromDay: string): Promise<void> {
  await tx.db.updateTable('areas').set({ valid_to: fromDay }).where('id', '=', areaId).execute()
}
