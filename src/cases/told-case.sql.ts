import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { reachUnder } from './worker-complaint.rule.ts'

/** What whoever tells of a case must know of it: whose it is, where, and whether it is confidential. */
export interface ToldCase {
  readonly id: string
  readonly number: string
  /** The account that reported it, or null. */
  readonly accountId: string | null
  readonly confidential: boolean
  /** The place at acceptance, from the district down. */
  readonly path: readonly string[]
  /** Those of them whose posts were told when it was accepted. */
  readonly toldAreas: readonly string[]
  readonly joinedInto: string | null
  /** Made in a drill of an emergency. */
  readonly practice: boolean
}

/** These cases and all that were joined into them, however deep. For followers. */
export async function selectToldCases(
  db: Kysely<Tables>,
  caseIds: readonly string[],
): Promise<Map<string, ToldCase>> {
  const found = new Map<string, ToldCase>()
  let next: readonly ToldCase[] = await selectBy(db, 'id', caseIds)
  while (next.length > 0) {
    for (const told of next) found.set(told.id, told)
    const ids = next.map((told) => told.id)
    next = (await selectBy(db, 'joined_into', ids)).filter((told) => !found.has(told.id))
  }
  return found
}

async function selectBy(
  db: Kysely<Tables>,
  column: 'id' | 'joined_into',
  ids: readonly string[],
): Promise<ToldCase[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'number', 'account_id', 'confidential', 'path', 'reach', 'joined_into', 'drill_id'])
    .where(column, 'in', [...new Set(ids)])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    accountId: row.account_id,
    confidential: row.confidential,
    path: row.path,
    toldAreas: reachUnder(row.path, row),
    joinedInto: row.joined_into,
    practice: row.drill_id !== null,
  }))
}

/** The place of these emergencies, from the district down. For followers. */
export async function selectAlertPaths(
  db: Kysely<Tables>,
  alertIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (alertIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('alerts')
    .select(['id', 'reach'])
    .where('id', 'in', [...alertIds])
    .execute()
  return new Map(rows.map((row) => [row.id, row.reach]))
}
