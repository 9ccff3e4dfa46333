import type { PostKind } from '../people/contract.ts'
import { iso } from '../platform/clock.ts'
import type { Tx } from '../platform/transaction.ts'
import type { ListVisits, VisitHow, VisitOutcome } from './contract.ts'

/** Visits below an area, the latest logged first. Nothing of what was heard. */
export async function selectVisits(
  tx: Tx,
  { areaId, from, until, how, outcome, after, limit }: Omit<ListVisits, 'limit'> & { readonly limit: number },
) {
  const rows = await tx.query<{
    id: string
    homeId: string
    label: string | null
    buildingId: string
    visitedAt: Temporal.Instant
    how: VisitHow
    outcome: VisitOutcome
    by: PostKind | null
    takenBack: boolean
    cases: number
  }>(
    'list_visits',
    `select v.id, v.home_id as "homeId", h.label, v.building_id as "buildingId", v.visited_at as "visitedAt", v.how,
       v.outcome, v.post_kind as by, v.taken_back_at is not null as "takenBack",
       (select count(*) from visit_cases c where c.visit_id = v.id and c.community_id = v.community_id)::integer as cases
     from visits v left join homes h on h.id = v.home_id
     where v.reach @> array[$1::uuid] and ($2::date is null or v.day >= $2::date) and ($3::date is null or v.day <= $3::date)
       and ($4::text is null or v.how = $4) and ($5::text is null or v.outcome = $5) and ($6::uuid is null or v.id < $6)
     order by v.id desc limit $7`,
    [areaId, from ?? null, until ?? null, how ?? null, outcome ?? null, after ?? null, limit],
  )
  return rows.map((row) => ({ ...row, visitedAt: iso(row.visitedAt) }))
}
