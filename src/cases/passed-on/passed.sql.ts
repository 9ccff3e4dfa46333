import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { PassedQuery, PassedStage } from './contract.ts'

/** Something passed on, as use cases see it. */
export interface Passed {
  readonly id: string
  readonly stage: PassedStage
  readonly caseId: string | null
  readonly whistleId: string | null
  readonly stationId: string | null
  readonly areaId: string
  readonly reach: readonly string[]
  readonly units: readonly string[]
  readonly chain: string
  readonly fromUnitId: string | null
  readonly toUnitId: string
  readonly passedAt: Temporal.Instant
  readonly receiveDueAt: Temporal.Instant
  readonly overdueAt: Temporal.Instant | null
  readonly receivedAt: Temporal.Instant | null
  readonly answeredAt: Temporal.Instant | null
  readonly hidden: boolean
  readonly seq: number
}

export const toPassed = (row: Selectable<Tables['passed_on']>): Passed => ({
  id: row.id,
  stage: row.stage as PassedStage,
  caseId: row.case_id,
  whistleId: row.whistle_id,
  stationId: row.station_id,
  areaId: row.area_id,
  reach: row.reach,
  units: row.units,
  chain: row.chain,
  fromUnitId: row.from_unit_id,
  toUnitId: row.to_unit_id,
  passedAt: row.passed_at,
  receiveDueAt: row.receive_due_at,
  overdueAt: row.overdue_at,
  receivedAt: row.received_at,
  answeredAt: row.answered_at,
  hidden: row.hidden,
  seq: row.seq,
})

const moment = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

/** The columns that acts change. */
const changing = (passed: Passed) => ({
  stage: passed.stage,
  reach: [...passed.reach],
  units: [...passed.units],
  overdue_at: moment(passed.overdueAt),
  received_at: moment(passed.receivedAt),
  answered_at: moment(passed.answeredAt),
  hidden: passed.hidden,
  seq: passed.seq,
})

export async function insertPassed(tx: Tx, passed: Passed): Promise<void> {
  await tx.db
    .insertInto('passed_on')
    .values({
      id: passed.id,
      case_id: passed.caseId,
      whistle_id: passed.whistleId,
      station_id: passed.stationId,
      area_id: passed.areaId,
      chain: passed.chain,
      from_unit_id: passed.fromUnitId,
      to_unit_id: passed.toUnitId,
      passed_at: passed.passedAt.toString(),
      receive_due_at: passed.receiveDueAt.toString(),
      ...changing(passed),
    })
    .execute()
}

/** Writes the row as it is after an act. Of two at once the second is refused `passed_moved_on`. */
export async function savePassed(tx: Tx, before: Passed, after: Passed): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('passed_on')
    .set(changing(after))
    .where('id', '=', before.id)
    .where('seq', '=', before.seq)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('passed_moved_on')
}

/** Refuses `not_found` where the asker does not see it. */
export async function loadPassed(tx: Tx, id: string): Promise<Passed> {
  const row = await tx.db.selectFrom('passed_on').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'passed_on' })
  return toPassed(row)
}

/** Whose lists these are: areas looked after, units seen, units that answer, areas and units that pass on. */
export interface PassedSight {
  readonly areaIds: readonly string[]
  readonly unitIds: readonly string[]
  readonly answers: readonly string[]
  readonly passesIn: readonly string[]
  readonly passesAs: readonly string[]
}

/** What is in sight, the newest first. */
export async function selectPassed(
  tx: Tx,
  { areaIds, unitIds, answers, passesIn, passesAs }: PassedSight,
  { list, after, limit }: PassedQuery,
  now: Temporal.Instant,
): Promise<Passed[]> {
  const owed = sql`stage in ('passed', 'received') and to_unit_id = any(${[...answers]}::uuid[])`
  const passes = sql`from_unit_id = any(${[...passesAs]}::uuid[]) or from_unit_id is null and reach && ${[...passesIn]}::uuid[]`
  const rows = await tx.db
    .selectFrom('passed_on')
    .selectAll()
    .where(sql<boolean>`(reach && ${[...areaIds]}::uuid[] or units && ${[...unitIds]}::uuid[])`)
    .$if(list === 'mine', (query) =>
      query.where(sql<boolean>`(${owed} or stage = 'needs_more' and (${passes}))`),
    )
    .$if(list === 'open', (query) => query.where('stage', 'in', ['passed', 'received', 'needs_more']))
    .$if(list === 'late', (query) =>
      query
        .where('stage', '=', 'passed')
        .where('receive_due_at', '<', sql<never>`${now.toString()}::timestamptz`),
    )
    .$if(list === 'over', (query) => query.where('stage', 'in', ['taken_up', 'not_ours']))
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toPassed)
}

/** Unsigned past its moment, and nobody was told yet. */
export async function selectUntoldOverdue(tx: Tx, now: Temporal.Instant, most: number): Promise<Passed[]> {
  const rows = await tx.db
    .selectFrom('passed_on')
    .selectAll()
    .where('stage', '=', 'passed')
    .where('overdue_at', 'is', null)
    .where('hidden', '=', false)
    .where(sql<boolean>`receive_due_at < ${now.toString()}::timestamptz`)
    .orderBy('receive_due_at')
    .limit(most)
    .execute()
  return rows.map(toPassed)
}

/** What was passed on from this case or from a whistle that was blown for it, not hidden yet. */
export async function selectPassedOfCase(tx: Tx, caseId: string): Promise<Passed[]> {
  const rows = await tx.db
    .selectFrom('passed_on as p')
    .leftJoin('whistles as w', 'w.id', 'p.whistle_id')
    .selectAll('p')
    .where((eb) => eb.or([eb('p.case_id', '=', caseId), eb('w.case_id', '=', caseId)]))
    .where('p.hidden', '=', false)
    .orderBy('p.id')
    .execute()
  return rows.map(toPassed)
}

/** What is about one of these areas, that which is over too. */
export async function selectPassedIn(tx: Tx, areaIds: readonly string[]): Promise<Passed[]> {
  const rows = await tx.db
    .selectFrom('passed_on')
    .selectAll()
    .where('area_id', 'in', [...areaIds])
    .orderBy('id')
    .execute()
  return rows.map(toPassed)
}
