import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Flaw } from '../platform/verify.ts'

/** Photographs whose row and sealed text do not say the same, or that have only one of the two. */
export async function otherPhotos(db: Kysely<Tables>): Promise<Flaw[]> {
  const { rows } = await sql<{ id: string; shown: boolean; number: string; chain: string }>`
    select coalesce(p.file_id, t.id) as id, p.file_id is not null as shown, c.number, c.chain
    from case_photos p
    full join (select id, subject, body, erased_at from sealed_texts where kind = 'photo') t
      on t.id = p.file_id and t.subject = p.case_id
    left join cases c on c.id = coalesce(p.case_id, t.subject)
    where t.erased_at is null and t.body is distinct from encode(p.sha256, 'hex')
    limit 100`.execute(db)
  return rows.map(({ id, shown, number, chain }) => ({
    kind: shown ? 'file_changed' : 'file_missing',
    chain,
    n: null,
    about: `photograph ${id} of case ${number}`,
  }))
}

/** Each file that a case shows and that was not erased, with one case that shows it. */
export const shownFiles = (db: Kysely<Tables>) =>
  db
    .selectFrom('case_photos as p')
    .innerJoin('cases as c', 'c.id', 'p.case_id')
    .leftJoin('sealed_texts as t', 't.id', 'p.file_id')
    .where('t.erased_at', 'is', null)
    .distinctOn('p.sha256')
    .select(['p.sha256', 'c.number', 'c.chain'])
    .orderBy('p.sha256')
    .execute()
