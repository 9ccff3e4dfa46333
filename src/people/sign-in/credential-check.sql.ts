import type { Pool } from '../../platform/database.ts'

export interface StaffCredential {
  readonly accountId: string
  /** scrypt, as better-auth writes it; null where the account has no password. */
  readonly passwordHash: string | null
}

/** The staff account of a name to sign in with, or null. */
export async function findByName(pool: Pool, accountName: string): Promise<StaffCredential | null> {
  const { rows } = await pool.query<StaffCredential>(
    `select a.id as "accountId", c.password as "passwordHash"
     from auth_user u join accounts a on a.id = u.id and a.kind = 'staff' and a.ended_at is null
     left join auth_account c on c.user_id = u.id and c.provider_id = 'credential'
     where u.username = $1`,
    [accountName.toLowerCase()],
  )
  return rows[0] ?? null
}

/** The name that a staff account signs in with and its password's hash, or null. */
export async function findCredential(
  pool: Pool,
  accountId: string,
): Promise<(StaffCredential & { readonly accountName: string }) | null> {
  const { rows } = await pool.query<StaffCredential & { accountName: string }>(
    `select a.id as "accountId", u.username as "accountName", c.password as "passwordHash"
     from auth_user u join accounts a on a.id = u.id and a.kind = 'staff' and a.ended_at is null
     left join auth_account c on c.user_id = u.id and c.provider_id = 'credential'
     where u.id = $1`,
    [accountId],
  )
  return rows[0] ?? null
}
