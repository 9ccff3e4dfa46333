import type { Tx } from '../../platform/transaction.ts'
import { joinedCounts } from '../joined-cases.sql.ts'

/** As `countJoined` counts them. */
const sameThing = `with recursive same as (
    select id, reach from cases where id = $1
    union all
    select c.id, s.reach from same s join cases c on c.joined_into = s.id
    where ${joinedCounts('s', 'c')}
  )`

/** Ids of a case and of those that were joined into it and into those again, newest first, below `after`. */
export async function selectReports(
  tx: Tx,
  caseId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'reports_of',
    `${sameThing} select id from same where $2::uuid is null or id < $2 order by id desc limit $3`,
    [caseId, after, limit],
  )
  return rows.map(({ id }) => id)
}

export async function countReports(tx: Tx, caseId: string): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    'count_reports_of',
    `${sameThing} select count(*)::float8 as total from same`,
    [caseId],
  )
  return row?.total ?? 0
}
