import { Refusal } from '../../kernel/refusal.ts'
import type { Pool } from '../../platform/database.ts'
import { sqlState } from '../../platform/database.ts'

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

/** Puts a new password in the place of the old one and ends every session. Returns how many sessions there were. */
export async function replacePassword(
  pool: Pool,
  accountId: string,
  passwordHash: string,
  at: Temporal.Instant,
): Promise<number> {
  const { rows } = await pool.query<{ ended: number }>(
    `with changed as (
       update auth_account set password = $2, updated_at = $3
       where user_id = $1 and provider_id = 'credential' returning user_id
     ), ended as (
       delete from auth_session s using changed where s.user_id = changed.user_id returning s.id
     )
     select count(*)::integer as ended from ended`,
    [accountId, passwordHash, at.toString()],
  )
  return rows[0]?.ended ?? 0
}

/** Ends every session and takes the password away. The name stays, so that nobody else gets it. */
export async function dropCredential(pool: Pool, accountId: string): Promise<void> {
  await pool.query(
    `with gone as (delete from auth_account where user_id = $1)
     delete from auth_session where user_id = $1`,
    [accountId],
  )
}
