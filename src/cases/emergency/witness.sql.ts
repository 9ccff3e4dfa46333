import { sql } from 'kysely'
import type { Flaw, Witness } from '../../platform/verify.ts'
import { mostFlaws } from '../story-witness.sql.ts'

interface Found {
  readonly id: string
  readonly chain: string | null
  readonly n: number | null
  readonly about: string
}

/**
 * Emergencies, kinds and what people said against their lines: one that was taken out or given another end, somebody made
 * to have known of it, shows here.
 */
export const emergencyWitness: Witness = async (db) => {
  const modes = await sql<Found>`
    select coalesce(m.id, j.subject) as id, coalesce(m.chain, j.chain) as chain, j.n, 'emergency' as about
    from emergency_modes m
    full join (select * from journal where kind = 'emergency.declared') j on j.subject = m.id
    left join lateral (select c.data from journal c where c.subject = m.id and c.kind = 'emergency.changed'
      order by c.seq desc limit 1) c on true
    left join lateral (select t.data from journal t where t.subject = m.id and t.kind = 'emergency.ending'
      order by t.seq desc limit 1) n on true
    left join journal e on e.subject = m.id and e.kind = 'emergency.ended'
    where m.id is null or j.subject is null or m.chain <> j.chain or m.from_at <> j.occurred_at
      or m.kind <> j.data ->> 'kind' or m.drill <> (j.data ->> 'drill')::boolean
      or m.area_id::text <> j.data ->> 'areaId' or m.limit_percent <> (j.data ->> 'limitPercent')::integer
      or to_jsonb(m.matters) <> j.data -> 'matters' or to_jsonb(m.unit_ids) <> j.data -> 'unitIds'
      or m.level <> coalesce(c.data ->> 'level', j.data ->> 'level')::integer
      or m.until_at is distinct from (coalesce(c.data, j.data) ->> 'untilAt')::timestamptz
      or m.ended_at is distinct from e.occurred_at or m.ended_why is distinct from e.data ->> 'why'
      or not j.data -> 'commits' ? m.basis_id::text
      or m.words_id is not null and not exists (select from journal w where w.subject = m.id
        and w.kind in ('emergency.declared', 'emergency.changed') and w.data -> 'commits' ? m.words_id::text)
      or m.end_told_at is distinct from (n.data ->> 'untilAt')::timestamptz
      or m.seq <> (select max(l.seq) from journal l where l.subject = m.id)
    limit ${mostFlaws}`.execute(db)
  const said = await sql<Found>`
    select r.mode_id as id, m.chain, null as n, 'roster of emergency' as about
    from emergency_roster r join emergency_modes m on m.id = r.mode_id
    left join journal j on j.subject = r.mode_id and j.kind = 'emergency.acknowledged'
      and j.actor = 'account:' || r.account_id::text
    where r.acknowledged_at is distinct from j.occurred_at
    limit ${mostFlaws}`.execute(db)
  const kinds = await sql<Found>`
    select coalesce(k.id, j.subject) as id, j.chain, j.n, 'kind of emergency' as about
    from emergency_kinds k full join (select * from journal where kind = 'emergency.kind_announced') j on j.subject = k.id
    where k.id is null or j.subject is null or k.code <> j.data ->> 'code'
      or k.valid_from::text <> j.data ->> 'validFrom' or to_jsonb(k.matters) <> j.data -> 'matters'
      or k.limit_percent <> (j.data ->> 'limitPercent')::integer
    limit ${mostFlaws}`.execute(db)
  return [...modes.rows, ...said.rows, ...kinds.rows].map(
    ({ id, chain, n, about }): Flaw => ({
      kind: 'row_changed',
      chain,
      n,
      about: `${about} ${id}: not as its lines say`,
    }),
  )
}
