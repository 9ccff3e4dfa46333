import { sql } from 'kysely'
import { iso } from '../platform/clock.ts'
import type { Tx } from '../platform/transaction.ts'
import type { FoundCase } from './contract.ts'

/**
 * Cases that name these as their occasion and lie on one of its chains, by the occasion's id: nobody hangs a case on another
 * community's round.
 */
export async function selectFoundCases(
  tx: Tx,
  chainsOf: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, FoundCase[]>> {
  if (chainsOf.size === 0) return new Map()
  const rows = await tx.db
    .selectFrom('errand_cases')
    .select(['occasion_id', 'case_id', 'number', 'state', 'reopened', 'accepted_at', 'chain'])
    .where(sql<boolean>`occasion_id = any (${[...chainsOf.keys()]}::uuid[])`)
    .orderBy('accepted_at')
    .orderBy('case_id')
    .execute()
  const own = rows.filter(({ occasion_id, chain }) => chainsOf.get(occasion_id)?.includes(chain))
  const found = Map.groupBy(own, (row) => row.occasion_id)
  return new Map([...found].map(([id, cases]) => [id, cases.map(toFound)]))
}

const toFound = (row: {
  case_id: string
  number: string
  state: string
  reopened: number
  accepted_at: Temporal.Instant
}): FoundCase => ({
  id: row.case_id,
  number: row.number,
  state: row.state === 'open' && row.reopened > 0 ? 'reopened' : (row.state as FoundCase['state']),
  acceptedAt: iso(row.accepted_at),
})
