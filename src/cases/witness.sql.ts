import { sql } from 'kysely'
import type { Flaw, Witness } from '../platform/verify.ts'

/** Each case's row knows how many lines its story has: a line that is gone from the end of a chain shows here. */
export const caseWitness: Witness = async (db) => {
  const rows = await db
    .selectFrom('cases as c')
    .select(['c.number', 'c.chain', 'c.seq'])
    .select(
      sql<number | null>`(select j.seq from journal j where j.subject = c.id and j.seq is not null
        order by j.seq desc limit 1)`.as('told'),
    )
    .where(
      sql<boolean>`c.seq is distinct from (select j.seq from journal j where j.subject = c.id and j.seq is not null
        order by j.seq desc limit 1)`,
    )
    .limit(100)
    .execute()
  return rows.map(
    (row): Flaw => ({
      kind: (row.told ?? 0) < row.seq ? 'tail_missing' : 'line_misplaced',
      chain: row.chain,
      n: null,
      about: `case ${row.number}: ${row.told ?? 0} of ${row.seq} lines`,
    }),
  )
}
