import type { Pool } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'

/** Who was erased, and by which words other rooms still look for what they hold of them. */
export interface Erasure {
  readonly id: string
  readonly personId: string | null
  readonly accountId: string | null
  readonly words: readonly string[]
  readonly erasedAt: Temporal.Instant
  readonly finished: boolean
}

export async function insertErasure(tx: Tx, erasure: Omit<Erasure, 'finished'>): Promise<void> {
  await tx.db
    .insertInto('erasures')
    .values({
      id: erasure.id,
      person_id: erasure.personId,
      account_id: erasure.accountId,
      words: [...erasure.words],
      erased_at: erasure.erasedAt.toString(),
    })
    .execute()
}

export async function loadErasure(tx: Pick<Tx, 'db'>, id: string): Promise<Erasure | null> {
  const row = await tx.db.selectFrom('erasures').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    personId: row.person_id,
    accountId: row.account_id,
    words: row.words,
    erasedAt: row.erased_at,
    finished: row.finished_at !== null,
  }
}

/** The other rooms are done: the words by which they looked are forgotten too. */
export async function finishRow(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.db
    .updateTable('erasures')
    .set({ words: [], finished_at: at.toString() })
    .where('id', '=', id)
    .execute()
}

/** All that was written of a person; of the row only ids and days stay. */
export async function emptyPerson(
  tx: Tx,
  { id, seq }: { readonly id: string; readonly seq: number },
  at: Temporal.Instant,
): Promise<void> {
  await tx.db
    .updateTable('persons')
    .set({
      name: null,
      sex: null,
      birth_day: null,
      phone: null,
      identity_sealed: null,
      identity_hash: null,
      identity_end: null,
      register_kind: 'unknown',
      guardian_id: null,
      salt: null,
      erased_at: at.toString(),
      seq: seq + 1,
    })
    .where('id', '=', id)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
  await tx.db.updateTable('register_versions').set({ kept: null }).where('person_id', '=', id).execute()
  await tx.db
    .updateTable('care_flags')
    .set({ reason: null, salt: null, kind: 'other' })
    .where('person_id', '=', id)
    .execute()
  await tx.db.updateTable('looks').set({ words: null }).where('person_id', '=', id).execute()
  // Rows of files that meant them, or may have: only ids stay, and what waited is not taken in any more.
  await tx.query(
    'forget_import_rows',
    `update register_import_rows
     set plan = null, cells = null, state = case when state in ('waiting', 'asked') then 'stale' else state end
     where person_id = $1 or (candidates <> '{}' and candidates && array[$1]::uuid[])`,
    [id],
  )
}

/** Consents of a person that stand. */
export async function standingConsents(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('consents')
    .select('id')
    .where('person_id', '=', personId)
    .where('withdrawn_on', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

/** Closes a resident's account and empties it. Its sessions open nothing from then on. */
export async function emptyAccount(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.db
    .updateTable('accounts')
    .set({ name: '', phone: null, ended_at: at.toString() })
    .where('id', '=', id)
    .where('kind', '=', 'resident')
    .execute()
  await tx.db
    .updateTable('own_entries')
    .set({ person_id: null, matched_at: null })
    .where('account_id', '=', id)
    .execute()
}

/** The telephone of an account that stands. */
export async function phoneOf(tx: Tx, accountId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('accounts')
    .select('phone')
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.phone ?? null
}

/** Takes a resident's way in: sessions, passkeys, codes that wait and the telephone. By its own role, so after the rest. */
export async function dropSignIn(pool: Pool, accountId: string): Promise<void> {
  await pool.query(
    `with codes as (
       delete from auth_verification where identifier in
         (select phone_number from auth_user where id = $1 and phone_number is not null)
     )
     delete from auth_user where id = $1 and not exists (select from accounts where id = $1 and kind = 'staff')`,
    [accountId],
  )
}
