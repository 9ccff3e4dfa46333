import type { Pool } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'

const provider = 'oidc'

/** The staff account that a provider's subject signs in to, or null. */
export async function findLinked(pool: Pool, subject: string): Promise<string | null> {
  const { rows } = await pool.query<{ accountId: string }>(
    `select a.id as "accountId" from auth_account c join accounts a on a.id = c.user_id
     where c.provider_id = $1 and c.account_id = $2 and a.kind = 'staff' and a.ended_at is null`,
    [provider, subject],
  )
  return rows[0]?.accountId ?? null
}

/** Links a subject to an account that no subject has yet; false where either is taken. */
export async function linkProvider(
  pool: Pool,
  { id, accountId, subject, at }: { id: string; accountId: string; subject: string; at: Temporal.Instant },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into auth_account (id, account_id, provider_id, user_id, created_at, updated_at)
     values ($1, $3, $4, $2, $5, $5) on conflict do nothing`,
    [id, accountId, subject, provider, at.toString()],
  )
  return rowCount === 1
}

/** Takes back a link whose line was not written. */
export async function dropLink(pool: Pool, id: string): Promise<void> {
  await pool.query('delete from auth_account where id = $1 and provider_id = $2', [id, provider])
}

/** Takes an account's link away in the transaction that says why: at the next sign-in it is made anew, by the name. */
export async function unlinkProvider(tx: Tx, accountId: string): Promise<void> {
  await tx.db
    .deleteFrom('auth_account')
    .where('user_id', '=', accountId)
    .where('provider_id', '=', provider)
    .execute()
}
