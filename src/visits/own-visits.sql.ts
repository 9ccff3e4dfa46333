import type { PostKind } from '../people/contract.ts'
import type { Tx } from '../platform/transaction.ts'
import type { VisitHow, VisitOutcome } from './contract.ts'

/** Visits to these homes within their days, from the first to before the last, with what was heard. */
export const selectInStays = (
  tx: Tx,
  stays: readonly { readonly homeId: string; readonly fromDay: string; readonly toDay: string | null }[],
) =>
  tx.query<{
    homeId: string
    day: string
    visitedAt: Temporal.Instant
    how: VisitHow
    outcome: VisitOutcome
    by: PostKind | null
    heard: string | null
    takenBackAt: Temporal.Instant | null
  }>(
    'visits_in_stays',
    `select v.home_id as "homeId", v.day::text as day, v.visited_at as "visitedAt", v.how, v.outcome,
       v.post_kind as by, w.body as heard, v.taken_back_at as "takenBackAt"
     from visits v left join visit_words w on w.visit_id = v.id and w.kind = 'heard'
     where exists (select from jsonb_to_recordset($1::jsonb) as s ("homeId" uuid, "fromDay" date, "toDay" date)
       where v.home_id = s."homeId" and v.day >= s."fromDay" and (s."toDay" is null or v.day < s."toDay"))
     order by v.visited_at desc, v.id desc`,
    [JSON.stringify(stays)],
  )
