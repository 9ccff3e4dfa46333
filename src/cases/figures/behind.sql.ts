import { type Key, readKey, writeKey } from '../../kernel/keyset.ts'
import { iso } from '../../platform/clock.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { BehindQuery } from './contract.ts'

/** Something that was counted, with its case. */
export interface Behind {
  readonly caseId: string
  readonly at: Temporal.Instant
}

/** A count of an area, from a moment until another, which is not counted. */
export interface BehindAsked extends Pick<BehindQuery, 'count' | 'matter'> {
  readonly areaId: string
  readonly since: Temporal.Instant
  readonly until: Temporal.Instant
}

const where = `measure = $1 and at >= $2 and at < $3 and area_id = $4 and ($5::text is null or matter = $5)`
const valuesOf = ({ count, since, until, areaId, matter }: BehindAsked) => [
  count,
  since,
  until,
  areaId,
  matter ?? null,
]

/** One page of what is behind a count, newest first; one more than `limit` tells of more. */
export async function selectBehind(
  tx: Tx,
  asked: BehindAsked,
  { after, limit }: Pick<BehindQuery, 'after' | 'limit'>,
): Promise<Behind[]> {
  const key: Key | null = after === undefined ? null : readKey(after)
  const rows = await tx.query<{ case_id: string; at: Temporal.Instant }>(
    'figure_behind',
    `select case_id, at from figure_facts
     where ${where} and ($6::timestamptz is null or (at, case_id) < ($6, $7::uuid))
     order by at desc, case_id desc limit $8`,
    [...valuesOf(asked), key?.value ?? null, key?.id ?? null, limit + 1],
  )
  return rows.map(({ case_id, at }) => ({ caseId: case_id, at }))
}

export const behindKey = ({ caseId, at }: Behind): string => writeKey({ value: iso(at), id: caseId })

/** How many are behind a count. */
export async function countBehind(tx: Tx, asked: BehindAsked): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    'count_behind',
    `select count(*)::float8 as total from figure_facts where ${where}`,
    valuesOf(asked),
  )
  return row?.total ?? 0
}
