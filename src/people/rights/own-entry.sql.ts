import type { Tx } from '../../platform/transaction.ts'

/** What an account knows of its own entry in the register. */
export interface OwnEntry {
  readonly personId: string | null
  /** Wrong ends that were typed on `wrongOn`. */
  readonly wrong: number
  readonly wrongOn: string | null
}

export async function loadOwnEntry(tx: Tx, accountId: string): Promise<OwnEntry | null> {
  const row = await tx.db
    .selectFrom('own_entries')
    .select(['person_id as personId', 'wrong', 'wrong_on as wrongOn'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

export async function saveOwnEntry(
  tx: Tx,
  accountId: string,
  entry: OwnEntry & { readonly matchedAt: Temporal.Instant | null },
): Promise<void> {
  const row = {
    person_id: entry.personId,
    matched_at: entry.matchedAt?.toString() ?? null,
    wrong: entry.wrong,
    wrong_on: entry.wrongOn,
  }
  await tx.db
    .insertInto('own_entries')
    .values({ account_id: accountId, ...row })
    .onConflict((on) => on.column('account_id').doUpdateSet(row))
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
