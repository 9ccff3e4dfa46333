import { Refusal } from '../../kernel/refusal.ts'
import type { Pool } from '../../platform/database.ts'
import { sqlState } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'

/** better-auth's tables and columns as they are named here. */
export const credentialFields = {
  user: {
    modelName: 'auth_user',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
  session: {
    modelName: 'auth_session',
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  account: {
    modelName: 'auth_account',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'auth_verification',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
}

/** better-auth wants an e-mail for every user: one under a name that can never exist (RFC 2606 §2). */
export const reservedEmail = (id: string): string => `${id}@accounts.invalid`

export interface NewCredential {
  readonly id: string
  /** The account's id. */
  readonly accountId: string
  readonly accountName: string
}

/**
 * Lets staff accounts sign in by name and password; one that somebody else has set must be changed at the next sign-in.
 * Throws Refusal `account_exists` where a name is taken.
 */
export async function insertCredentials(
  pool: Pool,
  credentials: readonly NewCredential[],
  { passwordHash, byOther, at }: { passwordHash: string; byOther: boolean; at: Temporal.Instant },
): Promise<void> {
  try {
    await pool.query(
      `with given as (
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as g (id, account_id, name, email)
       ), owner as (
         insert into auth_user (id, name, email, email_verified, username, created_at, updated_at)
         select account_id, name, email, false, name, $5, $5 from given returning id
       )
       insert into auth_account (id, account_id, provider_id, user_id, password, password_by_other, created_at, updated_at)
       select given.id, owner.id::text, 'credential', owner.id, $6, $7, $5::timestamptz, $5::timestamptz
       from owner join given on given.account_id = owner.id`,
      [
        credentials.map(({ id }) => id),
        credentials.map(({ accountId }) => accountId),
        credentials.map(({ accountName }) => accountName.toLowerCase()),
        credentials.map(({ accountId }) => reservedEmail(accountId)),
        at.toString(),
        passwordHash,
        byOther,
      ],
    )
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('account_exists')
    throw error
  }
}

/** Takes back credentials whose accounts did not come to be. */
export async function deleteCredentials(pool: Pool, accountIds: readonly string[]): Promise<void> {
  await pool.query('delete from auth_user where id = any ($1)', [accountIds])
}

/**
 * Puts a new password in the place of the old one, in the transaction that writes the journal's line: neither stands
 * without the other. False where the account has no password.
 */
export async function replacePassword(
  tx: Tx,
  accountId: string,
  { passwordHash, byOther, at }: { passwordHash: string; byOther: boolean; at: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('auth_account')
    .set({ password: passwordHash, password_by_other: byOther, updated_at: at.toString() })
    .where('user_id', '=', accountId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Ends every session and takes password and passkeys away. The name stays, so that nobody else gets it. */
export async function dropCredential(pool: Pool, accountId: string): Promise<void> {
  await pool.query(
    `with gone as (delete from auth_account where user_id = $1),
     keys as (delete from auth_passkeys where user_id = $1)
     delete from auth_session where user_id = $1`,
    [accountId],
  )
}
