import type { Pool } from '../../platform/database.ts'

export interface StaffCredential {
  readonly accountId: string
  /** The name that the account signs in with. */
  readonly accountName: string
  /** scrypt, as better-auth writes it; null where the account has no password. */
  readonly passwordHash: string | null
}

const credentials = `select a.id as "accountId", u.username as "accountName", c.password as "passwordHash"
  from auth_user u join accounts a on a.id = u.id and a.kind = 'staff' and a.ended_at is null
  left join auth_account c on c.user_id = u.id and c.provider_id = 'credential'`

/** The staff account of a name to sign in with, or null. */
export async function findByName(pool: Pool, accountName: string): Promise<StaffCredential | null> {
  const name = accountName.toLowerCase()
  const { rows } = await pool.query<StaffCredential>(`${credentials} where u.username = $1`, [name])
  return rows[0] ?? null
}

/** How a staff account signs in, or null. */
export async function findCredential(pool: Pool, accountId: string): Promise<StaffCredential | null> {
  const { rows } = await pool.query<StaffCredential>(`${credentials} where u.id = $1`, [accountId])
  return rows[0] ?? null
}
