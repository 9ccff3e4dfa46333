import { sql } from 'kysely'
import type { Flaw, Witness } from '../platform/verify.ts'

/** More flaws than these say nothing new. */
const mostFlaws = 100

interface Found {
  readonly id: string
  readonly chain: string | null
  readonly n: number | null
  readonly about: string
}

/**
 * Claims, marks, final months and formulas against their lines: a mark that was bettered, a case that was taken out of a month
 * or put back, a month made final by hand shows here.
 */
export const assessmentWitness: Witness = async (db) => {
  const claims = await sql<Found>`
    select coalesce(c.id, j.subject) as id, j.chain, j.n, 'claim' as about
    from assessment_claims c
    full join (select * from journal where kind = 'assessment.claimed') j on j.subject = c.id
    left join journal d on d.subject = c.id and d.kind = 'assessment.claim_decided'
    where c.id is null or j.subject is null
      or c.kind <> j.data ->> 'kind' or c.unit_id::text <> j.data ->> 'unitId' or c.month <> j.data ->> 'month'
      or to_jsonb(c.subjects) <> j.data -> 'subjects' or c.filed_at <> j.occurred_at
      or not j.data -> 'commits' ? c.words_id::text
      or c.decided_at is distinct from d.occurred_at
      or c.granted is distinct from (d.data ->> 'granted')::boolean
      or to_jsonb(c.taken_out) <> coalesce(d.data -> 'takenOut', '[]'::jsonb)
      or d.subject is not null and not d.data -> 'commits' ? c.decision_id::text
    limit ${mostFlaws}`.execute(db)
  const marks = await sql<Found>`
    select coalesce(m.id, j.subject) as id, j.chain, j.n, 'mark' as about
    from assessment_marks m
    full join (select * from journal where kind = 'assessment.marked') j on j.subject = m.id
    where m.id is null or j.subject is null or m.area_id <> j.chain
      or m.kind <> j.data ->> 'kind' or m.unit_id::text <> j.data ->> 'unitId'
      or m.area_id::text <> j.data ->> 'areaId' or m.case_id::text is distinct from j.data ->> 'caseId'
      or m.promptness is distinct from (j.data ->> 'promptness')::integer
      or m.result is distinct from (j.data ->> 'result')::integer
      or m.attitude is distinct from (j.data ->> 'attitude')::integer
      or m.support is distinct from (j.data ->> 'support')::integer
      or m.given_at <> j.occurred_at
      or m.words_id is not null and not j.data -> 'commits' ? m.words_id::text
      or m.words_id is null and j.data -> 'commits' <> '{}'::jsonb
    limit ${mostFlaws}`.execute(db)
  const months = await sql<Found>`
    select coalesce(m.month, j.data ->> 'month') as id, j.chain, j.n, 'month' as about
    from assessment_months m
    full join (select * from journal where kind = 'assessment.month_closed') j on j.data ->> 'month' = m.month
    where m.month is null or j.subject is null or m.closed_at <> (j.data ->> 'closedAt')::timestamptz
    limit ${mostFlaws}`.execute(db)
  return [...claims.rows, ...marks.rows, ...months.rows, ...(await formulas(db))].map(
    ({ id, chain, n, about }): Flaw => ({
      kind: 'row_changed',
      chain,
      n,
      about: `${about} ${id}: not as its lines say`,
    }),
  )
}

/** Formulas, and the weights of each, as they were announced. */
async function formulas(db: Parameters<Witness>[0]): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select coalesce(f.id, j.subject) as id, j.chain, j.n, 'formula' as about
    from assessment_formulas f
    full join (select * from journal where kind = 'assessment.formula_announced') j on j.subject = f.id
    left join lateral (
      select jsonb_agg(jsonb_build_object('measure', w.measure, 'weight', w.weight, 'least', w.least)) as weights
      from assessment_weights w where w.formula_id = f.id
    ) w on true
    where f.id is null or j.subject is null or f.from_month <> j.data ->> 'fromMonth'
      or f.objection_days <> (j.data ->> 'objectionDays')::integer
      or f.least_workers <> (j.data ->> 'leastWorkers')::integer
      or to_jsonb(f.consultations) <> j.data -> 'consultations'
      or not (w.weights @> (j.data -> 'weights') and w.weights <@ (j.data -> 'weights'))
    limit ${mostFlaws}`.execute(db)
  return rows
}
