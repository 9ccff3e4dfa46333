import type { PostKind } from '../people/contract.ts'
import { iso } from '../platform/clock.ts'
import type { Tx } from '../platform/transaction.ts'
import type { VisitHow, VisitOutcome } from './contract.ts'

/** So many visits to a home are shown, the latest first. */
const most = 30

/** Visits to a home with what was heard and the cases that came of each. */
export async function selectOfHome(tx: Tx, homeId: string) {
  const rows = await tx.query<{
    id: string
    visitedAt: Temporal.Instant
    how: VisitHow
    outcome: VisitOutcome
    by: PostKind | null
    accountId: string
    day: string
    heard: string | null
    takenBackAt: Temporal.Instant | null
    caseIds: string[]
  }>(
    'visits_of_home',
    `select v.id, v.visited_at as "visitedAt", v.how, v.outcome, v.post_kind as by, v.account_id as "accountId",
       v.day::text as day, w.body as heard, v.taken_back_at as "takenBackAt",
       coalesce((select array_agg(c.case_id order by c.case_id) from visit_cases c
         where c.visit_id = v.id and c.community_id = v.community_id), '{}') as "caseIds"
     from visits v left join visit_words w on w.visit_id = v.id and w.kind = 'heard'
     where v.home_id = $1 order by v.visited_at desc, v.id desc limit ${most}`,
    [homeId],
  )
  return rows.map((row) => ({
    ...row,
    visitedAt: iso(row.visitedAt),
    takenBackAt: row.takenBackAt && iso(row.takenBackAt),
  }))
}
