import { sql } from 'kysely'
import type { Flaw, Witness } from '../../platform/verify.ts'
import { mostFlaws } from '../story-witness.sql.ts'

/** Hand-overs against their lines: one that was taken out, whose list was rewritten, or that somebody is made to have taken. */
export const handOverWitness: Witness = async (db) => {
  const { rows } = await sql<{
    readonly id: string
    readonly chain: string | null
    readonly n: number | null
  }>`
    select coalesce(h.id, j.subject) as id, coalesce(h.chain, j.chain) as chain, j.n
    from hand_overs h
    full join (select * from journal where kind = 'hand_over.given') j on j.subject = h.id
    left join journal t on t.subject = h.id and t.kind = 'hand_over.taken'
    left join journal u on u.subject = h.id and u.kind = 'hand_over.untaken'
    left join journal r on r.kind = 'hand_over.given' and r.data ->> 'replaces' = h.id::text
    where h.id is null or j.subject is null or h.chain <> j.chain or h.given_at <> j.occurred_at
      or 'account:' || h.given_by::text <> j.actor or h.seat <> j.data ->> 'seat'
      or h.unit_id::text is distinct from j.data ->> 'unitId' or h.area_id::text <> j.data ->> 'areaId'
      or to_jsonb(h.path) <> j.data -> 'path' or h.counts <> j.data -> 'counts'
      or encode(sha256(convert_to(h.items, 'UTF8')), 'hex') <> j.data ->> 'items'
      or h.words_id is not null and not j.data -> 'commits' ? h.words_id::text
      or h.taken_at is distinct from t.occurred_at or 'account:' || h.taken_by::text is distinct from t.actor
      or h.told_at is distinct from u.occurred_at or h.replaced_at is distinct from r.occurred_at
    limit ${mostFlaws}`.execute(db)
  return rows.map(
    ({ id, chain, n }): Flaw => ({
      kind: 'row_changed',
      chain,
      n,
      about: `hand-over ${id}: not as its lines say`,
    }),
  )
}
