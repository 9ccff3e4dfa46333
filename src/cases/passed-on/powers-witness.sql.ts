import { sql } from 'kysely'
import type { Flaw, Witness } from '../../platform/verify.ts'
import { mostFlaws } from '../story-witness.sql.ts'

/** Powers against their lines: one that was taken out, put in, reworded or prolonged by hand. */
export const powerWitness: Witness = async (db) => {
  const { rows } = await sql<{
    readonly id: string
    readonly chain: string | null
    readonly n: number | null
  }>`
    select coalesce(p.id, j.subject) as id, coalesce(p.chain, j.chain) as chain, j.n
    from delegated_powers p
    full join (select * from journal where kind = 'power.delegated') j on j.subject = p.id
    left join journal e on e.subject = p.id and e.kind = 'power.ended'
    where p.id is null or j.subject is null or p.chain <> j.chain
      or p.street_id::text <> j.data ->> 'streetId' or p.from_unit_id::text <> j.data ->> 'fromUnitId'
      or p.from_day::text <> j.data ->> 'fromDay'
      or p.until_day::text is distinct from e.data ->> 'untilDay'
      or encode(sha256(convert_to(
        concat_ws(E'\n', p.power_zh, p.power_en, p.law, p.article, p.decision), 'UTF8')), 'hex')
        <> j.data ->> 'words'
    limit ${mostFlaws}`.execute(db)
  return rows.map(
    ({ id, chain, n }): Flaw => ({
      kind: 'row_changed',
      chain,
      n,
      about: `power ${id}: not as its lines say`,
    }),
  )
}
