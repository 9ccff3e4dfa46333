import { Refusal } from '../kernel/refusal.ts'
import type { Pool } from '../platform/database.ts'
import { sqlState } from '../platform/database.ts'

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

/** Lets staff accounts sign in by name and password. Throws Refusal `account_exists` where a name is taken. */
export async function insertCredentials(
  pool: Pool,
  credentials: readonly NewCredential[],
  passwordHash: string,
  at: Temporal.Instant,
): Promise<void> {
  try {
    await pool.query(
      `with given as (
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as g (id, account_id, name, email)
       ), owner as (
         insert into auth_user (id, name, email, email_verified, username, created_at, updated_at)
         select account_id, name, email, false, name, $5, $5 from given returning id
       )
       insert into auth_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
       select given.id, owner.id::text, 'credential', owner.id, $6, $5::timestamptz, $5::timestamptz
       from owner join given on given.account_id = owner.id`,
      [
        credentials.map(({ id }) => id),
        credentials.map(({ accountId }) => accountId),
        credentials.map(({ accountName }) => accountName.toLowerCase()),
        credentials.map(({ accountId }) => reservedEmail(accountId)),
        at.toString(),
        passwordHash,
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
