import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { RosterShift } from './on-duty.rule.ts'
import type { StationQuery } from './station.contract.ts'

/** A station as use cases see it. */
export interface StandingStation {
  readonly id: string
  readonly areaId: string
  readonly reach: readonly string[]
  readonly chain: string
  readonly leadUnitId: string
  /** The unit that leads it, and those above it. */
  readonly units: readonly string[]
  readonly nameZh: string
  readonly nameEn: string
  readonly address: string
  readonly phone: string | null
  readonly openedOn: string
  readonly closedOn: string | null
  readonly seq: number
}

export interface StandingPerson {
  readonly id: string
  readonly stationId: string
  readonly accountId: string
  readonly unitId: string
  readonly phone: string | null
  readonly fromDay: string
  readonly untilDay: string | null
}

const toStation = (row: Selectable<Tables['stations']>): StandingStation => ({
  id: row.id,
  areaId: row.area_id,
  reach: row.reach,
  chain: row.chain,
  leadUnitId: row.lead_unit_id,
  units: row.units,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  address: row.address,
  phone: row.phone,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  seq: row.seq,
})

const toPerson = (row: Selectable<Tables['station_people']>): StandingPerson => ({
  id: row.id,
  stationId: row.station_id,
  accountId: row.account_id,
  unitId: row.unit_id,
  phone: row.phone,
  fromDay: row.from_day,
  untilDay: row.until_day,
})

export async function insertStation(tx: Tx, station: StandingStation): Promise<void> {
  await tx.db
    .insertInto('stations')
    .values({
      id: station.id,
      area_id: station.areaId,
      reach: [...station.reach],
      chain: station.chain,
      lead_unit_id: station.leadUnitId,
      units: [...station.units],
      name_zh: station.nameZh,
      name_en: station.nameEn,
      address: station.address,
      phone: station.phone,
      opened_on: station.openedOn,
      closed_on: station.closedOn,
      seq: station.seq,
    })
    .execute()
}

/** The station's next line. Of two at once the second is refused `station_moved_on`. */
export async function saveStation(
  tx: Tx,
  { id, seq }: Pick<StandingStation, 'id' | 'seq'>,
  change: { readonly closedOn?: string; readonly reach?: readonly string[] } = {},
): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('stations')
    .set({
      seq: seq + 1,
      ...(change.closedOn === undefined ? {} : { closed_on: change.closedOn }),
      ...(change.reach === undefined ? {} : { reach: [...change.reach] }),
    })
    .where('id', '=', id)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('station_moved_on')
  return seq + 1
}

/** The station. Refuses `not_found` where the asker does not see it. */
export async function loadStation(tx: Tx, id: string): Promise<StandingStation> {
  const row = await tx.db.selectFrom('stations').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'station' })
  return toStation(row)
}

/** Stations in these areas, led by these units, or around. */
export async function selectStations(
  tx: Tx,
  {
    areaIds,
    unitIds,
    above,
  }: {
    readonly areaIds: readonly string[]
    readonly unitIds: readonly string[]
    /** A station that stands right in one of these looks after the asker's place too. */
    readonly above: readonly string[]
  },
  { after, limit }: Pick<StationQuery, 'after' | 'limit'>,
): Promise<StandingStation[]> {
  const rows = await tx.db
    .selectFrom('stations')
    .selectAll()
    .where(
      sql<boolean>`(reach && ${[...areaIds]}::uuid[] or units && ${[...unitIds]}::uuid[]
        or area_id = any (${[...above]}::uuid[]))`,
    )
    .$if(after !== undefined, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toStation)
}

export interface StationName {
  readonly id: string
  readonly zh: string
  readonly en: string
}

/** Names of stations that the asker sees. */
export async function stationNames(tx: Tx, ids: readonly string[]): Promise<Map<string, StationName>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('stations')
    .select(['id', 'name_zh as zh', 'name_en as en'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function insertPerson(
  tx: Tx,
  { id, stationId, accountId, unitId, phone, fromDay, untilDay }: StandingPerson,
  { reach, units }: Pick<StandingStation, 'reach' | 'units'>,
): Promise<void> {
  await tx.db
    .insertInto('station_people')
    .values({
      ...{ id, station_id: stationId, account_id: accountId, unit_id: unitId, phone },
      ...{ from_day: fromDay, until_day: untilDay, reach: [...reach], units: [...units] },
    })
    .execute()
}

/** Ends a term; the telephone that was given for it is nobody's any more. */
export async function endPersonRow(tx: Tx, id: string, untilDay: string): Promise<void> {
  await tx.db
    .updateTable('station_people')
    .set({ until_day: untilDay, phone: null })
    .where('id', '=', id)
    .execute()
}

/** People of these stations, those whose term is over too. */
export async function loadPeople(tx: Tx, stationIds: readonly string[]): Promise<StandingPerson[]> {
  if (stationIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('station_people')
    .selectAll()
    .where('station_id', 'in', [...stationIds])
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  return rows.map(toPerson)
}

/** Terms of an account that are not over. */
export async function loadTermsOf(tx: Tx, accountId: string): Promise<StandingPerson[]> {
  const rows = await tx.db
    .selectFrom('station_people')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('until_day', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(toPerson)
}

/** Puts the roster of a day in the place of what stood there. */
export async function replaceRoster(
  tx: Tx,
  { id, reach, units }: Pick<StandingStation, 'id' | 'reach' | 'units'>,
  day: string,
  shifts: readonly (RosterShift & { readonly id: string })[],
): Promise<void> {
  await tx.db
    .updateTable('station_shifts')
    .set({ replaced: true })
    .where('station_id', '=', id)
    .where('day', '=', day)
    .where('replaced', '=', false)
    .execute()
  if (shifts.length === 0) return
  await tx.db
    .insertInto('station_shifts')
    .values(
      shifts.map((shift) => ({
        ...{ id: shift.id, station_id: id, day, from_minute: shift.fromMinute },
        ...{ until_minute: shift.untilMinute, person_id: shift.personId, reach: [...reach] },
        units: [...units],
      })),
    )
    .execute()
}

/** The shifts of these stations from one day up to another, both with it. */
export async function loadShifts(
  tx: Tx,
  stationIds: readonly string[],
  from: string,
  until: string,
): Promise<(RosterShift & { readonly stationId: string })[]> {
  if (stationIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('station_shifts')
    .selectAll()
    .where('station_id', 'in', [...stationIds])
    .where('replaced', '=', false)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .orderBy('day')
    .orderBy('from_minute')
    .orderBy('until_minute')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    stationId: row.station_id,
    day: row.day,
    fromMinute: row.from_minute,
    untilMinute: row.until_minute,
    personId: row.person_id,
  }))
}
