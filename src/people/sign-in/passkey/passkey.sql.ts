import type { Pool } from '../../../platform/database.ts'
import type { Tx } from '../../../platform/transaction.ts'
import type { Device } from '../device.rule.ts'

export interface PasskeyToAdd extends Device {
  readonly id: string
  readonly accountId: string
  readonly credentialId: Buffer
  /** COSE_Key (RFC 9052 §7). */
  readonly publicKey: Buffer
  readonly signCount: number
  readonly rpId: string
  readonly at: Temporal.Instant
}

/** Adds a passkey in the transaction that says so. Throws the database's 23505 where a passkey of this id stands. */
export async function insertPasskey(tx: Tx, passkey: PasskeyToAdd): Promise<void> {
  await tx.db
    .insertInto('auth_passkeys')
    .values({
      id: passkey.id,
      user_id: passkey.accountId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      sign_count: passkey.signCount,
      rp_id: passkey.rpId,
      device_system: passkey.system,
      device_browser: passkey.browser,
      created_at: passkey.at.toString(),
    })
    .execute()
}

/** How many passkeys an account has. */
export async function countPasskeys(tx: Tx, accountId: string): Promise<number> {
  const rows = await tx.db.selectFrom('auth_passkeys').select('id').where('user_id', '=', accountId).execute()
  return rows.length
}

/** Removes one passkey of an account, in the transaction that says so; false where there is none. */
export async function deletePasskey(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('auth_passkeys')
    .where('id', '=', id)
    .where('user_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Removes every passkey of an account, in the transaction that says why; returns how many stood. */
export async function deletePasskeysOf(tx: Tx, accountId: string): Promise<number> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('auth_passkeys')
    .where('user_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export interface OwnPasskeyRow extends Device {
  readonly id: string
  readonly credentialId: Buffer
  readonly addedAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

/** Passkeys of an account, the last added first. */
export async function selectPasskeys(pool: Pool, accountId: string): Promise<OwnPasskeyRow[]> {
  const { rows } = await pool.query<OwnPasskeyRow>(
    `select id, credential_id as "credentialId", device_system as system, device_browser as browser,
       created_at as "addedAt", used_at as "usedAt"
     from auth_passkeys where user_id = $1 order by id desc`,
    [accountId],
  )
  return rows
}

export interface PasskeyFound {
  readonly id: string
  readonly accountId: string
  /** COSE_Key. */
  readonly publicKey: Buffer
  readonly rpId: string
}

/** The passkey of an id that a device gives, where its account stands; or null. */
export async function findPasskey(pool: Pool, credentialId: Buffer): Promise<PasskeyFound | null> {
  const { rows } = await pool.query<PasskeyFound>(
    `select p.id, a.id as "accountId", p.public_key as "publicKey", p.rp_id as "rpId"
     from auth_passkeys p join accounts a on a.id = p.user_id
     where p.credential_id = $1 and a.ended_at is null`,
    [credentialId],
  )
  return rows[0] ?? null
}

/**
 * Notes that a passkey signed, and whether it was the first time. Null where the device's count did not go on: a copy of
 * the key is about, or an answer came twice. Devices that do not count say 0 each time.
 */
export async function passkeySigned(
  pool: Pool,
  { id, signCount, at }: { id: string; signCount: number; at: Temporal.Instant },
): Promise<{ readonly isFirst: boolean } | null> {
  const { rows } = await pool.query<{ isFirst: boolean }>(
    `update auth_passkeys p set sign_count = $2, used_at = $3
     from (select id, used_at from auth_passkeys where id = $1) as before
     where p.id = before.id and (p.sign_count < $2 or (p.sign_count = 0 and $2 = 0))
     returning before.used_at is null as "isFirst"`,
    [id, signCount, at.toString()],
  )
  return rows[0] ?? null
}

/** Takes a challenge as answered; false where it was before: of two at once one gets it. */
export async function takeChallenge(pool: Pool, hash: Buffer, expiresAt: Temporal.Instant): Promise<boolean> {
  const { rowCount } = await pool.query(
    'insert into auth_used_challenges (challenge_hash, expires_at) values ($1, $2) on conflict do nothing',
    [hash, expiresAt.toString()],
  )
  return rowCount === 1
}
