import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'

// The list of what waits to be told anew. A district may have had hundreds of thousands of cases: it is written by the
// database in one statement, and taken from page by page.

type Db = Kysely<Tables>

/** The cases and whistles with facts in a month, or in any. */
export async function againIn(db: Db, month: string | null, saidAt: Temporal.Instant): Promise<void> {
  const found = db
    .selectFrom('assessment_facts')
    .select(['subject', sql<string>`${saidAt.toString()}::timestamptz`.as('said_at')])
    .distinct()
    .where('about', '<>', 'mark')
    .$if(month !== null, (query) => query.where('month', '=', month))
  await db
    .insertInto('assessment_again')
    .columns(['subject', 'said_at'])
    .expression(found)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * The cases and whistles that have a line recorded after a moment: it was read perhaps before the month was known to be
 * final. Each chain is read backwards, only as far as that: by an hour more, because of two writers of one chain the
 * first may have waited for its turn with its moment already taken.
 */
export async function againAfter(db: Db, closedAt: Temporal.Instant): Promise<void> {
  const at = closedAt.toString()
  await sql`with recursive c as (
      (select chain from journal order by chain limit 1)
      union all
      select (select j.chain from journal j where j.chain > c.chain order by j.chain limit 1) from c
      where c.chain is not null
    ), bounds as (
      select c.chain, coalesce((
        select j.n from journal j where j.chain = c.chain and j.recorded_at < ${at}::timestamptz - interval '1 hour'
        order by j.n desc limit 1
      ), 0) as n from c where c.chain is not null
    )
    insert into assessment_again (subject, said_at)
    select distinct l.subject, ${at}::timestamptz from bounds b
    cross join lateral (select * from journal j where j.chain = b.chain and j.n > b.n) l
    where l.recorded_at > ${at}::timestamptz and l.seq is not null
      and (starts_with(l.kind, 'case.') or starts_with(l.kind, 'whistle.'))
    on conflict do nothing`.execute(db)
}

/** Takes the next page of the list, each with the moment of the line that asked for it. */
export async function takeAgain(
  db: Db,
  most: number,
): Promise<readonly { readonly subject: string; readonly saidAt: Temporal.Instant }[]> {
  const rows = await db
    .deleteFrom('assessment_again')
    .where('subject', 'in', (query) =>
      query.selectFrom('assessment_again').select('subject').orderBy('subject').limit(most),
    )
    .returning(['subject', 'said_at'])
    .execute()
  return rows.map(({ subject, said_at }) => ({ subject, saidAt: said_at }))
}
