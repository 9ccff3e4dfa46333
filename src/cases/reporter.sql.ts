import type { District } from '../platform/ctx.ts'
import { forgetReader } from '../platform/sealed-text.ts'
import type { Tx } from '../platform/transaction.ts'
import { forgetAsker } from './closing/ask.sql.ts'

/** Takes the account off a case and all that hangs on it: whoever holds the receipt code still follows it. */
export async function forgetAccount(tx: Tx, caseId: string): Promise<void> {
  await tx.db.updateTable('cases').set({ account_id: null }).where('id', '=', caseId).execute()
  await forgetReader(tx, caseId)
  await tx.db.updateTable('case_photos').set({ account_id: null }).where('case_id', '=', caseId).execute()
  await forgetAsker(tx, caseId)
}

/** The reporter's photographs of a case, by the ids of the files and of the texts that commit to them. */
export async function selectReportPhotos(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('case_photos')
    .select('file_id')
    .where('case_id', '=', caseId)
    .where('purpose', '=', 'report')
    .execute()
  return rows.map((row) => row.file_id)
}

/** Takes the rows of erased photographs down, and what they looked like, before the sweep clears their files away. */
export async function sweepErasedPhotos({ pools }: Pick<District, 'pools'>): Promise<void> {
  await pools.reader.query(
    'delete from photo_prints p using sealed_texts t where t.id = p.file_id and t.erased_at is not null',
  )
  await pools.reader.query(
    'delete from case_photos p using sealed_texts t where t.id = p.file_id and t.erased_at is not null',
  )
}

/** Texts of a case that name somebody in one of these words; the summary that staff confirmed for everybody stays. */
export async function selectNaming(tx: Tx, caseId: string, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return []
  const rows = await tx.query<{ id: string }>(
    'texts_naming',
    `select t.id from sealed_texts t where t.subject = $1 and t.kind <> 'summary' and t.body is not null
       and exists (select from unnest($2::text[]) as w (word) where position(w.word in t.body) > 0)`,
    [caseId, words],
  )
  return rows.map((row) => row.id)
}

/** Cases of an account, and those whose contact has one of these telephones, however it was written. */
export async function selectReported(
  tx: Tx,
  accountId: string | null,
  words: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'cases_reported_by',
    `select id from cases where account_id = $1
     union select t.subject from sealed_texts t join cases c on c.id = t.subject
       where t.kind = 'reporter_phone' and t.body is not null
         and right(regexp_replace(t.body, '[^0-9]', '', 'g'), 11) = any ($2::text[])`,
    [
      accountId,
      words.filter((word) => /^[+\d -]{7,}$/.test(word)).map((word) => word.replace(/\D/g, '').slice(-11)),
    ],
  )
  return rows.map((row) => row.id)
}

/**
 * Cases that were closed before a moment and still say who reported them; one that was joined closes with the case that
 * took it in. So many at a time as a night can do.
 */
export async function selectClosedWithContact(
  tx: Tx,
  before: Temporal.Instant,
  kinds: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'closed_with_contact',
    `with recursive closed as (
       select id, closed_at, account_id from cases where closed_at < $1
       union
       select c.id, w.closed_at, c.account_id from closed w join cases c on c.joined_into = w.id and c.stage = 'joined'
     )
     select c.id from closed c where c.account_id is not null or exists (
       select from sealed_texts t where t.subject = c.id and t.kind = any ($2::text[]) and t.body is not null)
     order by c.closed_at limit 5000`,
    [before.toString(), kinds],
  )
  return rows.map((row) => row.id)
}
