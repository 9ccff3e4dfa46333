import type { Pool } from '../platform/database.ts'

export interface NewResident {
  readonly id: string
  readonly phone: string
  readonly name: string
  readonly demonstration: boolean
  readonly createdAt: Temporal.Instant
}

/** A resident's account, made when their telephone is verified the first time; later times change nothing. */
export async function ensureResident(pool: Pool, resident: NewResident): Promise<void> {
  await pool.query(
    `insert into accounts (id, kind, name, phone, demonstration, created_at)
     values ($1, 'resident', $2, $3, $4, $5) on conflict (id) do nothing`,
    [resident.id, resident.name, resident.phone, resident.demonstration, resident.createdAt.toString()],
  )
}
