import type { Tx } from '../../platform/transaction.ts'

/** The entry that an account found as its own, or null. */
export async function loadOwnEntry(tx: Tx, accountId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('own_entries')
    .select('person_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/**
 * Counts a try before it is looked at, so that tries at one moment are counted each; the how many'th of that day it is.
 * What was found before stands no more.
 */
export async function countTry(tx: Tx, accountId: string, day: string): Promise<number> {
  const [row] = await tx.query<{ tries: number }>(
    'count_own_entry_try',
    `insert into own_entries (account_id, wrong, wrong_on) values ($1, 1, $2)
     on conflict (account_id) do update set person_id = null, matched_at = null, wrong_on = excluded.wrong_on,
       wrong = case when own_entries.wrong_on = excluded.wrong_on then own_entries.wrong + 1 else 1 end
     returning wrong as tries`,
    [accountId, day],
  )
  return row!.tries
}

/** Keeps what a try has found; none was wrong then. */
export async function saveOwnEntry(
  tx: Tx,
  accountId: string,
  { personId, matchedAt }: { readonly personId: string; readonly matchedAt: Temporal.Instant },
): Promise<void> {
  await tx.db
    .updateTable('own_entries')
    .set({ person_id: personId, matched_at: matchedAt.toString(), wrong: 0 })
    .where('account_id', '=', accountId)
    .execute()
}

/** The asker's account as a resident has it; null where it is closed or somebody else's. */
export async function loadOwnAccount(
  tx: Tx,
  accountId: string,
): Promise<{ readonly phone: string; readonly openedAt: Temporal.Instant } | null> {
  const row = await tx.db
    .selectFrom('accounts')
    .select(['phone', 'created_at as openedAt'])
    .where('id', '=', accountId)
    .where('kind', '=', 'resident')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.phone ? { phone: row.phone, openedAt: row.openedAt } : null
}
