import type { Pool } from '../../platform/database.ts'

export interface OutboxCode {
  readonly id: string
  readonly phoneMasked: string
  readonly code: string
  readonly writtenAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

const shown = 50

/** Lays a code into the outbox and clears those that are good no more. */
export async function insertCode(pool: Pool, code: OutboxCode): Promise<void> {
  await pool.query('delete from auth_outbox where expires_at < $1', [code.writtenAt.toString()])
  await pool.query(
    'insert into auth_outbox (id, phone_masked, code, written_at, expires_at) values ($1, $2, $3, $4, $5)',
    [code.id, code.phoneMasked, code.code, code.writtenAt.toString(), code.expiresAt.toString()],
  )
}

/** Codes that are still good, the latest first. */
export async function selectCodes(pool: Pool, at: Temporal.Instant): Promise<OutboxCode[]> {
  const { rows } = await pool.query<OutboxCode>(
    `select id, phone_masked as "phoneMasked", code, written_at as "writtenAt", expires_at as "expiresAt"
     from auth_outbox where expires_at > $1 order by written_at desc, id desc limit $2`,
    [at.toString(), shown],
  )
  return rows
}
