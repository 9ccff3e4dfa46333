import type { Selectable } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Answer } from './call.rule.ts'
import type { CallStage, HowCalled, Promptness } from './contract.ts'

/** One unit in one whistle, with the street's rating of it. */
export interface Call extends Answer {
  readonly id: string
  readonly whistleId: string
  readonly unitId: string
  readonly metres: number | null
  readonly promptness: Promptness | null
  readonly result: Promptness | null
  readonly attitude: Promptness | null
  readonly ratedAt: Temporal.Instant | null
}

export const toCall = (row: Selectable<Tables['whistle_calls']>): Call => ({
  id: row.id,
  whistleId: row.whistle_id,
  unitId: row.unit_id,
  how: row.how as HowCalled,
  stage: row.stage as CallStage,
  signDueAt: row.sign_due_at,
  contactDueAt: row.contact_due_at,
  reportDueAt: row.report_due_at,
  signedAt: row.signed_at,
  contactedAt: row.contacted_at,
  elsewhereAt: row.elsewhere_at,
  metres: row.metres,
  arrivedAt: row.arrived_at,
  confirmedAt: row.confirmed_at,
  actedAt: row.acted_at,
  refusedAt: row.refused_at,
  absentAt: row.absent_at,
  releasedAt: row.released_at,
  promptness: row.promptness as Promptness | null,
  result: row.result as Promptness | null,
  attitude: row.attitude as Promptness | null,
  ratedAt: row.rated_at,
})

const moment = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

/** The columns that acts change. */
const changing = (call: Call) => ({
  stage: call.stage,
  sign_due_at: moment(call.signDueAt),
  contact_due_at: moment(call.contactDueAt),
  report_due_at: moment(call.reportDueAt),
  signed_at: moment(call.signedAt),
  contacted_at: moment(call.contactedAt),
  elsewhere_at: moment(call.elsewhereAt),
  metres: call.metres,
  arrived_at: moment(call.arrivedAt),
  confirmed_at: moment(call.confirmedAt),
  acted_at: moment(call.actedAt),
  refused_at: moment(call.refusedAt),
  absent_at: moment(call.absentAt),
  released_at: moment(call.releasedAt),
  promptness: call.promptness,
  result: call.result,
  attitude: call.attitude,
  rated_at: moment(call.ratedAt),
})

/** Who sees the calls of one whistle: whoever sees the whistle. */
interface Seen {
  readonly reach: readonly string[]
  readonly units: readonly string[]
}

export async function insertCalls(tx: Tx, calls: readonly Call[], { reach, units }: Seen): Promise<void> {
  await tx.db
    .insertInto('whistle_calls')
    .values(
      calls.map((call) => ({
        id: call.id,
        whistle_id: call.whistleId,
        unit_id: call.unitId,
        how: call.how,
        reach: [...reach],
        units: [...units],
        ...changing(call),
      })),
    )
    .execute()
}

/** Writes calls as they are after an act; the whistle's row was written first, so that nobody else does the same. */
export async function saveCalls(tx: Tx, calls: readonly Call[], { units }: Seen): Promise<void> {
  for (const call of calls)
    await tx.db
      .updateTable('whistle_calls')
      .set({ ...changing(call), units: [...units] })
      .where('id', '=', call.id)
      .execute()
}

/** The calls of these whistles, by their ids. */
export async function loadCalls(tx: Tx, whistleIds: readonly string[]): Promise<Call[]> {
  if (whistleIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('whistle_calls')
    .selectAll()
    .where('whistle_id', 'in', [...whistleIds])
    .orderBy('id')
    .execute()
  return rows.map(toCall)
}

/** Calls by their ids, as far as the asker sees them. */
export async function callsById(tx: Tx, ids: readonly string[]): Promise<Call[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('whistle_calls')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return rows.map(toCall)
}
