import { sql } from 'kysely'
import type { Flaw, Witness } from '../platform/verify.ts'

/** A text that is empty must be named by a line that says so. */
export const silentErasures: Witness = async (db) => {
  const rows = await db
    .selectFrom('sealed_texts as t')
    .leftJoin('cases as c', 'c.id', 't.subject')
    .select(['t.id', 't.kind', 't.subject', 'c.number', 'c.chain'])
    .where('t.erased_at', 'is not', null)
    .where(
      sql<boolean>`not exists (select from journal j where j.subject = t.subject and j.kind in ('case.reporter_erased', 'question.taken_back', 'right.forgotten',
          'right.taken_back', 'whistle.texts_erased', 'mediation.texts_erased', 'action.texts_erased', 'passed_on.texts_erased')
        and j.data -> 'texts' ? t.id::text)`,
    )
    .limit(100)
    .execute()
  return rows.map(
    (row): Flaw => ({
      kind: 'text_missing',
      chain: row.chain,
      n: null,
      about: `${row.kind} ${row.id} of ${row.number ? `case ${row.number}` : row.subject}: erased without a line`,
    }),
  )
}

/** Each case's row knows how many lines its story has: a line that is gone from the end of a chain shows here. */
export const shortStories: Witness = async (db) => {
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
