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
  readonly passwordHash: string
  readonly at: Temporal.Instant
}

/** Lets a staff account sign in by name and password. Throws Refusal `account_exists` where the name is taken. */
export async function insertCredential(pool: Pool, credential: NewCredential): Promise<void> {
  const { id, accountId, accountName, passwordHash, at } = credential
  const name = accountName.toLowerCase()
  try {
    await pool.query(
      `with owner as (
         insert into auth_user (id, name, email, email_verified, username, created_at, updated_at)
         values ($1, $2, $3, false, $2, $4, $4) returning id
       )
       insert into auth_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
       select $5, $7, 'credential', owner.id, $6, $4, $4 from owner`,
      [accountId, name, reservedEmail(accountId), at.toString(), id, passwordHash, accountId],
    )
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('account_exists')
    throw error
  }
}

/** Takes back a credential whose account did not come to be. */
export async function deleteCredential(pool: Pool, accountId: string): Promise<void> {
  await pool.query('delete from auth_user where id = $1', [accountId])
}
