import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { OccupancyRole, Relation } from './contract.ts'

export interface Occupancy {
  readonly id: string
  readonly personId: string
  readonly homeId: string
  readonly role: OccupancyRole
  readonly lives: boolean
  readonly householdId: string | null
  readonly relation: Relation | null
  readonly fromDay: string
  /** First day on which it is over. */
  readonly toDay: string | null
  readonly reach: readonly string[]
  readonly communityId: string
  readonly gridId: string | null
  readonly seq: number
}

export type NewOccupancy = Omit<Occupancy, 'householdId' | 'relation' | 'toDay' | 'seq'> & {
  readonly importId: string | null
}

/** Adds occupancies in one statement. Refuses `lives_there_already`. */
export async function insertOccupancies(tx: Tx, occupancies: readonly NewOccupancy[]): Promise<void> {
  try {
    await tx.query(
      'insert_occupancies',
      `insert into occupancies (id, person_id, home_id, role, lives, from_day, reach, community_id, grid_id, import_id,
         seq)
       select r.id, r."personId", r."homeId", r.role, r.lives, r."fromDay", r.reach, r."communityId", r."gridId",
         r."importId", 1
       from jsonb_to_recordset($1::jsonb) as r (id uuid, "personId" uuid, "homeId" uuid, role text, lives boolean,
         "fromDay" date, reach uuid[], "communityId" uuid, "gridId" uuid, "importId" uuid)`,
      [JSON.stringify(occupancies)],
    )
  } catch (error) {
    throw there(error)
  }
}

const there = (error: unknown): unknown =>
  ['occupancies_current', 'occupancies_lives'].includes(violated(error) ?? '')
    ? new Refusal('lives_there_already')
    : error

const columns = [
  'id',
  'person_id as personId',
  'home_id as homeId',
  'role',
  'lives',
  'household_id as householdId',
  'relation',
  'from_day as fromDay',
  'to_day as toDay',
  'reach',
  'community_id as communityId',
  'grid_id as gridId',
  'seq',
] as const

const occupancies = (tx: Tx) => tx.db.selectFrom('occupancies').select(columns)

type Row = Awaited<ReturnType<ReturnType<typeof occupancies>['executeTakeFirstOrThrow']>>

const toOccupancy = (row: Row): Occupancy => ({
  ...row,
  role: row.role as OccupancyRole,
  relation: row.relation as Relation | null,
})

/** The occupancy. Refuses `not_found` where the asker does not see it. */
export async function loadOccupancy(tx: Tx, id: string): Promise<Occupancy> {
  const row = await occupancies(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'occupancy' })
  return toOccupancy(row)
}

/** Who belongs to a home, those who left on `leftSince` or later among them; those who live there longest first. */
export async function occupanciesOfHome(tx: Tx, homeId: string, leftSince: string): Promise<Occupancy[]> {
  const rows = await occupancies(tx)
    .where('home_id', '=', homeId)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', leftSince)]))
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  return rows.map(toOccupancy)
}

/** Where persons belong and belonged, the current ones first. */
export async function occupanciesOfPersons(tx: Tx, personIds: readonly string[]): Promise<Occupancy[]> {
  if (personIds.length === 0) return []
  const rows = await occupancies(tx)
    .where('person_id', 'in', [...personIds])
    .orderBy(sql`to_day is not null`)
    .orderBy('lives', 'desc')
    .orderBy('from_day', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toOccupancy)
}

export interface OccupancyChange {
  readonly toDay?: string | null
  readonly lives?: boolean
  readonly household?: { readonly id: string; readonly relation: Relation } | null
}

/** Changes an occupancy; returns its new version. `version_conflict` for the second of two at once. */
export async function saveOccupancy(tx: Tx, before: Occupancy, change: OccupancyChange): Promise<number> {
  try {
    const row = await tx.db
      .updateTable('occupancies')
      .set({
        ...(change.toDay === undefined ? {} : { to_day: change.toDay }),
        ...(change.lives === undefined ? {} : { lives: change.lives }),
        ...(change.household === undefined
          ? {}
          : { household_id: change.household?.id ?? null, relation: change.household?.relation ?? null }),
        seq: before.seq + 1,
      })
      .where('id', '=', before.id)
      .where('seq', '=', before.seq)
      .returning('seq')
      .executeTakeFirst()
    if (!row) throw new Refusal('version_conflict')
    return row.seq
  } catch (error) {
    throw there(error)
  }
}
