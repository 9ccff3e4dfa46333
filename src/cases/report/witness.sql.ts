import { sql } from 'kysely'
import type { Flaw, Witness } from '../../platform/verify.ts'
import { mostFlaws } from '../story-witness.sql.ts'

/** Paragraphs of reports against their last lines: one that was taken out, put in, or put back to what it said before. */
export const reportWitness: Witness = async (db) => {
  const { rows } = await sql<{
    readonly id: string
    readonly chain: string | null
    readonly n: number | null
  }>`
    select coalesce(r.id, j.subject) as id, j.chain, j.n
    from report_notes r
    full join (
      select distinct on (subject) subject, seq, chain, n, occurred_at, data from journal
      where kind = 'report.noted' order by subject, seq desc
    ) j on j.subject = r.id
    where r.id is null or j.subject is null or r.seq <> j.seq or r.noted_at <> j.occurred_at
      or r.area_id::text <> j.data ->> 'areaId' or r.kind <> j.data ->> 'kind'
      or r.start::text <> j.data ->> 'start'
      or case when r.words_id is null then j.data -> 'commits' <> '{}'
        else not j.data -> 'commits' ? r.words_id::text end
    limit ${mostFlaws}`.execute(db)
  return rows.map(
    ({ id, chain, n }): Flaw => ({
      kind: 'row_changed',
      chain,
      n,
      about: `report note ${id}: not as its last line says`,
    }),
  )
}
